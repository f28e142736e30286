const { faultsOf }: { faultsOf: (file: string, source: string) => readonly string[] } =
  require('../scripts/rooms.js');

describe('the rooms of src', () => {
  it('know what stands below them, and packages of their own', () => {
    const source = "import { z } from 'zod';\nimport type { Actor } from '../chat/turn';\n";
    expect(faultsOf('agenda/item-form.ts', source)).toEqual([]);
  });

  it('know no package of another room, whatever the import looks like', () => {
    const imports = [
      "import { Database } from 'libsql';",
      "import 'libsql';",
      "import {\n  type Database,\n  open,\n} from 'libsql/promise';",
      "export { Database } from 'libsql';",
      "const { Database } = await import('libsql');",
      "const { Database } = require('libsql');",
    ];
    for (const each of imports)
      expect(faultsOf('agenda/item-form.ts', each)).toEqual([
        'src/agenda/item-form.ts: agenda may not import the package libsql. Ask for a port, or use its room.',
      ]);
  });

  it('know nothing of who stands above them, and hear what to do instead', () => {
    const [fault] = faultsOf('delivery/worker.ts', "import { x } from '../meetings/access';");
    expect(fault).toMatch(/^src\/delivery\/worker.ts: delivery may not import meetings\/access: /);
    expect(fault).toMatch(/Take it as a value or a port/);
  });

  it('tell a room in a room from the room around it', () => {
    const source = "import { openSqliteStore } from './sqlite/store';";
    expect(faultsOf('storage/open.ts', source)).toEqual([]);
    expect(faultsOf('storage/contract.ts', source)).toHaveLength(1);
  });

  it('are all in the list: a new folder, or a file beside them, is a fault', () => {
    expect(faultsOf('letters/callback.ts', '')).toEqual([
      'src/letters/callback.ts is in no room: give its folder a line in scripts/rooms.js, or move the file.',
    ]);
    expect(faultsOf('helpers.ts', '')).toHaveLength(1);
  });
});
