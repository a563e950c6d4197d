// `node scripts/signFeed.mjs KEY FILE…`: signs the feeds of a release (latest*.yml) with our Ed25519 key, each into FILE.sig.
// `node scripts/signFeed.mjs --new KEY`: makes a key; its public half, for resources/updates.json, is printed.
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const [first, ...rest] = process.argv.slice(2)
const [file] = rest
if (first === '--new' && file !== undefined) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' })
  console.log(publicKey.export({ format: 'der', type: 'spki' }).toString('base64'))
} else if (first !== undefined && first !== '--new' && rest.length > 0) {
  const key = createPrivateKey(readFileSync(first))
  for (const feed of rest)
    writeFileSync(`${feed}.sig`, `${sign(null, readFileSync(feed), key).toString('base64')}\n`)
} else {
  console.error('usage: node scripts/signFeed.mjs KEY FILE…  or  --new KEY')
  process.exitCode = 2
}
