// How drizzle-kit generates the SQL of a migration of the server: `npm run schema:server -- what-changes`.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './server/schema.ts',
  out: './drizzle/postgres',
})
