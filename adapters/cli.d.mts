// The entry has nothing to import; this lets adapters/check.ts run it.
export {};
