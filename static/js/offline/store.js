// What a device keeps in a database of its own (IndexedDB), so that closing the tab loses nothing.
export class Store {
  // `stores`: the name of each, and by what its entries are known.
  constructor(name, stores) {
    this.name = name;
    this.stores = stores;
  }

  opened() {
    return new Promise((resolve, reject) => {
      const asked = indexedDB.open(this.name, 1);
      asked.onupgradeneeded = () => {
        for (const [store, keyPath] of Object.entries(this.stores)) asked.result.createObjectStore(store, { keyPath });
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  }

  // One transaction on one store; resolves when it is on the disk.
  async in(store, mode, act) {
    const database = await this.opened();
    try {
      return await new Promise((resolve, reject) => {
        const transaction = database.transaction(store, mode, { durability: "strict" });
        const asked = act(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(asked?.result);
        transaction.onerror = () => reject(transaction.error);
        transaction.onabort = () => reject(transaction.error);
      });
    } finally {
      database.close();
    }
  }

  put(store, entry) {
    return this.in(store, "readwrite", (rows) => rows.put(entry));
  }

  get(store, key) {
    return this.in(store, "readonly", (rows) => rows.get(key));
  }

  all(store) {
    return this.in(store, "readonly", (rows) => rows.getAll());
  }

  drop(store, ...keys) {
    return this.in(store, "readwrite", (rows) => {
      for (const key of keys) rows.delete(key);
    });
  }

  async isThere() {
    return (await indexedDB.databases()).some(({ name }) => name === this.name);
  }

  forget() {
    return new Promise((resolve) => {
      const gone = indexedDB.deleteDatabase(this.name);
      gone.onsuccess = gone.onerror = gone.onblocked = resolve;
    });
  }
}
