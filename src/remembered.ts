/**
 * `find`, called once for each object: what depends on a statement alone, or on a question alone, is found when it is
 * first asked for and kept as long as the object is.
 */
export function remembered<Of extends object, Found>(find: (of: Of) => Found): (of: Of) => Found {
  const kept = new WeakMap<Of, { readonly found: Found }>();
  return (of) => {
    const known = kept.get(of);
    if (known) return known.found;
    const found = find(of);
    kept.set(of, { found });
    return found;
  };
}

/** The same for what depends on the corpus too: kept for each corpus that an object is held against. */
export function rememberedIn<Of extends object, Within extends object, Found>(
  find: (of: Of, within: Within) => Found,
): (of: Of, within: Within) => Found {
  const finders = remembered((within: Within) => remembered((of: Of) => find(of, within)));
  return (of, within) => finders(within)(of);
}
