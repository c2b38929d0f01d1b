/**
 * Lit's two decorators in the one form that is written here (docs/decisions/decorators.md). Lit's own carry the standard form
 * along as well, and those bytes go to phones.
 */
import type { PropertyDeclaration, ReactiveElement } from 'lit';

type Decorator = (prototype: ReactiveElement, name: string) => void;

/** A public reactive property. */
export const property =
  (options: PropertyDeclaration): Decorator =>
  (prototype, name) =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);

/** A reactive property of the element's own. */
export const state = (): Decorator => property({ state: true, attribute: false });
