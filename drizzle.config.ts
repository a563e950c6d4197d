// How drizzle-kit generates the SQL of a migration from the schema: `npm run schema -- what-changes`.
import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './core/db/schema.ts', out: './drizzle/sqlite' })
