// Catches a fault of a page, so that the frame and the timer stay; shows the details for a report.
import { Button, Code, Group, ScrollArea, Stack, Text, Title } from '@mantine/core'
import { Component, useEffect, useState } from 'react'
import type { ErrorInfo, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../channel/useRequest.ts'
import { IncidentHelp } from './IncidentHelp.tsx'
import { UnfetchedPage } from './UnfetchedPage.tsx'
import { isUnfetched } from './unfetched.ts'

type Props = {
  children: ReactNode
  /** A change of it (the page's address) gives the new page a chance. */
  resetKey?: string
}
type State = { fault: { error: unknown; stack: string } | null; resetKey: string | undefined }

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { fault: { error, stack: '' } }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { fault: null, resetKey: props.resetKey }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ fault: { error, stack: info.componentStack ?? '' } })
  }

  override render(): ReactNode {
    const { fault } = this.state
    if (fault === null) return this.props.children
    if (isUnfetched(fault.error)) return <UnfetchedPage />
    return (
      <Fault details={describe(fault.error, fault.stack)} onRetry={() => this.setState({ fault: null })} />
    )
  }
}

function describe(error: unknown, componentStack: string): string {
  const own = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${own}\n${componentStack}`.trim()
}

function Fault({ details, onRetry }: { details: string; onRetry: () => void }) {
  const { t } = useTranslation('common')
  const { run } = useCommand('incident.report', { errors: 'return' })
  const [incident, setIncident] = useState<string | null>(null)
  const [report] = useState({ run, sent: false })
  useEffect(() => {
    if (report.sent) return
    report.sent = true
    // The log learns where in the program it broke; where nobody can be told, the details are still here to be copied.
    void report
      .run({ stack: details.slice(0, 20_000) })
      .then((reply) => reply.ok && setIncident(reply.value.incident))
  }, [details, report])
  return (
    <Stack p="xl" gap="md" maw={760} role="alert">
      <Title order={1}>{t('error.title')}</Title>
      <Text>{t('error.body')}</Text>
      <Group gap="sm">
        <Button onClick={onRetry}>{t('retry')}</Button>
      </Group>
      <IncidentHelp incident={incident} details={details} />
      <details>
        <summary>{t('error.details')}</summary>
        <ScrollArea.Autosize mah={320}>
          <Code block>{details}</Code>
        </ScrollArea.Autosize>
      </details>
    </Stack>
  )
}
