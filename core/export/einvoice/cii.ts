// An invoice or a credit note as Cross Industry Invoice (UN/CEFACT D16B), in the order of its schema.
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import type { InvoiceLine, Party } from '../../../shared/entities/invoice.ts'
import type { Tax } from '../../../shared/entities/tax.ts'
import * as norm from './facts.ts'
import type { XmlNode } from './xmlTree.ts'
import { group, text, xmlText } from './xmlTree.ts'

const SPACES = {
  'xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  'xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  'xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
}

/** 20260331. */
const day = (name: string, date: string | null): XmlNode | null =>
  date === null
    ? null
    : group(name, [text('udt:DateTimeString', date.replaceAll('-', ''), { format: '102' })])

export function ciiOf(invoice: InvoiceView): string {
  const inMinor = norm.amountIn(invoice)
  const money = (name: string, minor: number) => text(name, inMinor(minor))
  const vat = norm.namesVat(invoice)
  const credit = invoice.kind === 'creditNote'
  const line = (of: InvoiceLine, index: number): XmlNode | null =>
    group('ram:IncludedSupplyChainTradeLineItem', [
      group('ram:AssociatedDocumentLineDocument', [text('ram:LineID', String(index + 1))]),
      group('ram:SpecifiedTradeProduct', [text('ram:Name', norm.nameOfLine(of.text))]),
      group('ram:SpecifiedLineTradeAgreement', [
        group('ram:NetPriceProductTradePrice', [money('ram:ChargeAmount', of.unitPriceMinor)]),
      ]),
      group('ram:SpecifiedLineTradeDelivery', [
        text('ram:BilledQuantity', norm.hundredths(of.quantityHundredths), {
          unitCode: norm.UNIT_CODES[of.unit],
        }),
      ]),
      group('ram:SpecifiedLineTradeSettlement', [
        group('ram:ApplicableTradeTax', taxParts(of.tax)),
        group('ram:SpecifiedTradeSettlementLineMonetarySummation', [
          money('ram:LineTotalAmount', of.amountMinor),
        ]),
      ]),
    ])
  const { seller } = invoice
  const settlement = group('ram:ApplicableHeaderTradeSettlement', [
    text('ram:PaymentReference', invoice.number),
    text('ram:InvoiceCurrencyCode', invoice.currency),
    seller.iban === '' || credit
      ? null
      : group('ram:SpecifiedTradeSettlementPaymentMeans', [
          text('ram:TypeCode', norm.PAYMENT_CODE),
          group('ram:PayeePartyCreditorFinancialAccount', [
            text('ram:IBANID', seller.iban),
            text('ram:AccountName', seller.name),
          ]),
          group('ram:PayeeSpecifiedCreditorFinancialInstitution', [text('ram:BICID', seller.bic)]),
        ]),
    invoice.taxes.map(({ tax, baseMinor, taxMinor }) =>
      group('ram:ApplicableTradeTax', [
        money('ram:CalculatedAmount', taxMinor),
        text('ram:TypeCode', 'VAT'),
        text('ram:ExemptionReason', norm.exemptionOf(tax, invoice)),
        money('ram:BasisAmount', baseMinor),
        text('ram:CategoryCode', tax.taxCategory),
        text('ram:RateApplicablePercent', norm.percentOf(tax)),
      ]),
    ),
    group('ram:BillingSpecifiedPeriod', [
      day('ram:StartDateTime', invoice.period.from),
      day('ram:EndDateTime', invoice.period.to),
    ]),
    invoice.taxes
      .filter(({ discountMinor }) => discountMinor !== 0)
      .map(({ tax, discountMinor }) =>
        group('ram:SpecifiedTradeAllowanceCharge', [
          group('ram:ChargeIndicator', [text('udt:Indicator', 'false')]),
          money('ram:ActualAmount', discountMinor),
          text('ram:ReasonCode', norm.DISCOUNT_CODE),
          group('ram:CategoryTradeTax', taxParts(tax)),
        ]),
      ),
    credit
      ? null
      : group('ram:SpecifiedTradePaymentTerms', [
          text('ram:Description', invoice.terms),
          day('ram:DueDateDateTime', invoice.dueDate),
        ]),
    group('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
      money('ram:LineTotalAmount', invoice.sumMinor),
      invoice.discountMinor === 0 ? null : money('ram:AllowanceTotalAmount', invoice.discountMinor),
      money('ram:TaxBasisTotalAmount', invoice.netMinor),
      text('ram:TaxTotalAmount', inMinor(invoice.taxMinor), { currencyID: invoice.currency }),
      money('ram:GrandTotalAmount', invoice.totalMinor),
      money('ram:DuePayableAmount', invoice.totalMinor),
    ]),
    credit
      ? group('ram:InvoiceReferencedDocument', [
          text('ram:IssuerAssignedID', invoice.counterpart?.number ?? null),
        ])
      : null,
  ])
  const root = group(
    'rsm:CrossIndustryInvoice',
    [
      group('rsm:ExchangedDocumentContext', [
        group('ram:GuidelineSpecifiedDocumentContextParameter', [text('ram:ID', norm.SPECIFICATION)]),
      ]),
      group('rsm:ExchangedDocument', [
        text('ram:ID', invoice.number),
        text('ram:TypeCode', norm.TYPE_CODES[invoice.kind]),
        day('ram:IssueDateTime', invoice.date),
        [invoice.reason, invoice.notes].map((note) => group('ram:IncludedNote', [text('ram:Content', note)])),
      ]),
      group('rsm:SupplyChainTradeTransaction', [
        invoice.lines.map(line),
        group('ram:ApplicableHeaderTradeAgreement', [
          text('ram:BuyerReference', invoice.buyer.buyerReference),
          party('ram:SellerTradeParty', seller, vat),
          party('ram:BuyerTradeParty', { ...invoice.buyer, taxNumber: '' }, vat),
        ]),
        { name: 'ram:ApplicableHeaderTradeDelivery', attributes: {}, content: [] },
        settlement,
      ]),
    ],
    SPACES,
  )
  if (root === null) throw new RangeError('an invoice without anything')
  return xmlText(root)
}

const taxParts = (tax: Tax) => [
  text('ram:TypeCode', 'VAT'),
  text('ram:CategoryCode', tax.taxCategory),
  text('ram:RateApplicablePercent', norm.percentOf(tax)),
]

function party(name: string, of: Party, vat: boolean): XmlNode | null {
  const [street, second, third] = norm.addressLines(of)
  return group(name, [
    text('ram:Name', of.name),
    vat || of.taxNumber === ''
      ? null
      : group('ram:SpecifiedLegalOrganization', [text('ram:ID', of.taxNumber)]),
    group('ram:DefinedTradeContact', [
      text('ram:PersonName', of.contactPerson),
      group('ram:TelephoneUniversalCommunication', [text('ram:CompleteNumber', of.phone)]),
      group('ram:EmailURIUniversalCommunication', [text('ram:URIID', of.email)]),
    ]),
    group('ram:PostalTradeAddress', [
      text('ram:PostcodeCode', of.postCode),
      text('ram:LineOne', street),
      text('ram:LineTwo', second),
      text('ram:LineThree', third),
      text('ram:CityName', of.city),
      text('ram:CountryID', of.country),
    ]),
    of.taxNumber === ''
      ? null
      : group('ram:SpecifiedTaxRegistration', [text('ram:ID', of.taxNumber, { schemeID: 'FC' })]),
    vat && of.vatId !== ''
      ? group('ram:SpecifiedTaxRegistration', [text('ram:ID', of.vatId, { schemeID: 'VA' })])
      : null,
  ])
}
