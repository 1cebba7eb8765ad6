/** One value per process under a name, however often the module that asks for it is evaluated (bundles, hot reload). */
export function singleton<T>(name: string, make: () => T): T {
  const key = Symbol.for(`variorum.${name}`);
  if (!Reflect.has(globalThis, key)) Reflect.set(globalThis, key, make());
  return Reflect.get(globalThis, key);
}
