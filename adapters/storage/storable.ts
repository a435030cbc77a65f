/**
 * A value as either engine can hold it. PostgreSQL refuses the character NUL, and UTF-8 has no lone surrogate; both are
 * things that people send. They become the replacement character, the same in both engines.
 */
export function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value;
}
