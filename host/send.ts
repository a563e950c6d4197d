// The plain answers of the host; none of them is kept by a browser.
import type { ServerResponse } from 'node:http'

function send(response: ServerResponse, status: number, type: string, content: string): void {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' })
  response.end(content)
}
export const sendText = (response: ServerResponse, status: number, text: string) =>
  send(response, status, 'text/plain', `${text}\n`)
export const sendHtml = (response: ServerResponse, status: number, html: string) =>
  send(response, status, 'text/html', html)
export const sendJson = (response: ServerResponse, status: number, value: unknown) =>
  send(response, status, 'application/json', JSON.stringify(value))

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { Location: location, 'Cache-Control': 'no-store' }).end()
}
