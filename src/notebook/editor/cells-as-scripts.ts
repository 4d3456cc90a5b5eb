import type typescript from 'typescript';

type Registry = typescript.DocumentRegistry;
/** What TypeScript keeps to itself: a value here makes a file a module. */
interface Parsed {
  externalModuleIndicator?: true | undefined;
}

/** For `ts.createSourceFile`: `await` means at the top level what it means in a module. */
export const asModule: Omit<typescript.CreateSourceFileOptions, 'languageVersion'> = {
  setExternalModuleIndicator(file) {
    (file as Parsed).externalModuleIndicator = true;
  },
};

/**
 * A registry whose cells are parsed as modules, so that `await (x)` is an await and no call, and are then bound as scripts, which share
 * one global scope: that is how one cell sees another's names and types.
 */
export function cellsAsScripts(registry: Registry, isCell: (fileName: string) => boolean): Registry {
  const parsing =
    <Method extends Registry['acquireDocumentWithKey']>(method: Method): Registry['acquireDocumentWithKey'] =>
    (fileName, path, settings, key, snapshot, version, kind, options) => {
      if (!isCell(fileName)) return method(fileName, path, settings, key, snapshot, version, kind, options);
      const own = typeof options === 'object' ? { ...options, ...asModule } : options;
      const file = method(fileName, path, settings, key, snapshot, version, kind, own);
      (file as Parsed).externalModuleIndicator = undefined;
      return file;
    };
  return {
    ...registry,
    acquireDocumentWithKey: parsing(registry.acquireDocumentWithKey),
    updateDocumentWithKey: parsing(registry.updateDocumentWithKey),
  };
}
