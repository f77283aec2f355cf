import { inventedCases } from './invented-people.ts'
import type { InventedCase } from './invented-case.ts'
import { writeSanMiguel } from './san-miguel.ts'
import type { DemonstrationWriter } from './writer.ts'

/** The records of the demonstration, written by whoever is given. */
export async function writeDemonstration(write: DemonstrationWriter): Promise<void> {
  await writeSanMiguel(write)
  const register = await write.source({
    title: 'INVENTED: register of an invented lawyers\u2019 group',
    kind: 'ngo_report',
    connection: 'organisation',
    reliability: 'B',
    protection: 'open',
    language: 'Spanish',
  })
  const witness = await write.source({
    title: 'INVENTED: interview with a former detainee',
    kind: 'testimony',
    connection: 'witness',
    reliability: 'C',
    protection: 'protected',
    codeName: 'K7',
    made: '20 August 2026',
  })
  for (const invented of inventedCases) await writeInvented(write, invented, register, witness)
}

async function writeInvented(write: DemonstrationWriter, invented: InventedCase, register: string, witness: string): Promise<void> {
  const { id, personId } = await write.caseFile(invented.person, invented.caseFile)
  await write.cite('persons', personId, 'name', [{ source: register, credibility: 2 }])
  await write.cite('case_files', id, 'arrestDate', [{ source: register, credibility: 2 }])
  for (const mark of (invented.caseFile.summary ?? '').matchAll(/\[\^([a-z0-9]{4,12})\]/g)) {
    await write.cite('case_files', id, 'summary', [
      { source: mark[1] === 'zam2' ? witness : register, credibility: 2, mark: mark[1] ?? '' },
    ])
  }
  for (const { kind, name } of invented.otherNames ?? []) await write.personName(personId, kind, name)
  for (const { status, since, cited } of invented.statuses)
    await write.status(id, status, since, null, cited ? [{ source: register, credibility: 2 }] : [])
  for (const { cited, ...place } of invented.places)
    await write.whereabouts(
      { caseId: id, ...place },
      cited ? [{ source: place.confidence === 'contradicted' ? witness : register, credibility: 3 }] : [],
    )
  for (const charge of invented.charges) await write.charge({ caseId: id, ...charge }, [{ source: register, credibility: 2 }])
}
