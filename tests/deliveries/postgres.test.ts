import { openStore } from '../../adapters/storage/open.ts';
import { describeOnPostgres } from '../storage/postgres-server.ts';
import { dispatcherContract } from './contract.ts';

describeOnPostgres('digests on a real PostgreSQL', (server) => {
  dispatcherContract('PostgreSQL', async () =>
    openStore({ databaseUrl: await server().database(), dataDir: '/nowhere' }),
  );
});
