import { openStore } from '../../adapters/storage/open.ts';
import { storeContract } from './contract.ts';
import { describeOnPostgres } from './postgres-server.ts';
import { processesContract } from './processes.ts';

describeOnPostgres('a real PostgreSQL', (server) => {
  const newConfig = async () => ({ databaseUrl: await server().database(), dataDir: '/nowhere' });
  storeContract('PostgreSQL', async () => openStore(await newConfig()));
  // A client that is killed does the server no harm; what a server does that crashes stands with the faults.
  processesContract('PostgreSQL database', newConfig, () => undefined);
});
