/** Holds the exclusive lock of the SQLite file in its argument until its input ends; prints a line when it has it. */
const Database = require('libsql');

const connection = new Database(process.argv[2], { timeout: 5_000 });
connection.exec('BEGIN EXCLUSIVE');
process.stdout.write('locked\n');
process.stdin.resume().on('end', () => {
  connection.exec('ROLLBACK');
  connection.close();
});
