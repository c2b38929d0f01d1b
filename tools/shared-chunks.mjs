/**
 * Says in which shared file a module stands: one file for each set of widgets that need it. So a page with one widget never
 * loads what only another one needs, and what a widget's later parts share with it, or with each other, is there before them.
 */

const WIDGET = /\/src\/define\/([\w-]+)\.ts$/;

/** Modules that are loaded by themselves: widgets, adapters, languages and whatever else is imported dynamically. */
function startsOf(id, modules, starts = new Set(), seen = new Set()) {
  if (seen.has(id)) return starts;
  seen.add(id);
  const module = modules.getModuleInfo(id);
  if (module?.dynamicImporters.length > 0) starts.add(id);
  for (const importer of module?.importers ?? []) startsOf(importer, modules, starts, seen);
  return starts;
}

/** Widgets on whose account a module is loaded, at once or later. */
function widgetsOf(id, modules, widgets = new Set(), seen = new Set()) {
  if (seen.has(id)) return widgets;
  seen.add(id);
  const name = WIDGET.exec(id)?.[1];
  if (name) return widgets.add(name);
  const module = modules.getModuleInfo(id);
  for (const importer of [...(module?.importers ?? []), ...(module?.dynamicImporters ?? [])]) {
    widgetsOf(importer, modules, widgets, seen);
  }
  return widgets;
}

/** A `name` for `codeSplitting.groups`: undefined leaves a module where its only user is. */
export function sharedChunkName(id, modules) {
  const starts = [...startsOf(id, modules)];
  const first = !WIDGET.test(id) && starts.some((start) => WIDGET.test(start));
  if (starts.length < 2 && !first) return null;
  const widgets = [...widgetsOf(id, modules)].sort();
  return widgets.length === 0
    ? null
    : `shared-by-${widgets.length > 2 ? `${widgets.length}-${short(widgets)}` : widgets.join('-and-')}`;
}

/** First letters of each word: sets of three widgets and more would make long names. */
const short = (widgets) => widgets.map((name) => name.replace(/(\w)\w*-?/g, '$1')).join('');
