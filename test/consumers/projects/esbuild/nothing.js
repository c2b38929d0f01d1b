// Importing the class and not using it leaves nothing behind.
import 'kith-widgets';
