// Property tests try the same cases every time, so that a red run says something about the change; DAYBOOK_SEED explores others.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.DAYBOOK_SEED || 20_261_122) })
