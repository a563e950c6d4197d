// The Spanish sentence for every refusal: what is wrong, and what to do.
import type { OwnErrorCode } from '../contract/errors.ts'

export const errorsEs: Record<OwnErrorCode | 'guard.projectDelete' | 'guard.assignmentDelete', string> = {
  'request.unknown': 'No existe ninguna petición con ese nombre. Compruebe la ortografía.',
  'request.invalid': 'Algún dato introducido no es válido. Corrija lo que se indica e inténtelo de nuevo.',
  'request.notPermitted': 'Su rol no lo permite. Consulte a un administrador.',
  'request.conflict': 'Otra persona lo ha modificado mientras tanto. Revíselo de nuevo y repita su cambio.',
  internal:
    'Algo ha fallado en Daybook; no se ha cambiado nada. Inténtelo de nuevo y comuníquelo si vuelve a ocurrir.',
  'notFound.change': 'Este cambio no se conoce aquí.',
  'notFound.export': 'Esta exportación ya no existe. Iníciela de nuevo.',
  'notFound.browser': 'Ese navegador ya no tiene la sesión abierta.',
  'notFound.backup': 'No hay ninguna copia de seguridad comprobada que restaurar.',
  'name.taken': 'El nombre «{{name}}» ya está en uso. Elija otro.',
  'name.unknown': 'No hay nada con el nombre «{{name}}».',
  'name.ambiguous': 'Hay más de un elemento con el nombre «{{name}}».',
  'timer.alreadyRunning': 'Ya hay un cronómetro en marcha. Deténgalo primero o cambie al nuevo.',
  'timer.notRunning': 'No hay ningún cronómetro en marcha. Inicie uno primero.',
  'timer.notPaused': 'El cronómetro no está en pausa.',
  'timer.notStopped': 'El cronómetro aún no se ha detenido. Deténgalo antes de registrarlo.',
  'timer.startInFuture': 'El inicio está en el futuro. Indique una hora pasada.',
  'timer.startTooLongAgo':
    'Ese inicio es de hace más de 24 horas. Añada el tiempo de cada día en el registro de jornada.',
  'timer.startAfterEnd': 'El inicio es posterior al final de la sesión. Indique un inicio anterior.',
  'timer.atBeforeSegment':
    'Ese momento está dentro o antes del tiempo que este cronómetro ya ha contado. Indique uno posterior.',
  'timer.earlierStop':
    'El mismo cronómetro se detuvo antes en otro equipo, y vale la parada anterior. Lo que se anotó aquí se conserva: puede incorporarlo o dejarlo.',
  'timer.inFuture': 'Esta hora está en el futuro. Indique una hora pasada.',
  'rule.customerRequired': 'El cliente es obligatorio. Elija uno.',
  'rule.categoryRequired': 'La categoría es obligatoria. Elija una.',
  'rule.noteRequired': 'La nota es obligatoria. Escriba qué se ha hecho.',
  'rule.tooShort':
    'La sesión dura menos de los {{minutes}} minutos que exigen sus reglas. Siga trabajando o descártela.',
  'rule.tooLong': 'La sesión dura más de los {{minutes}} minutos que permiten sus reglas. Corrija las horas.',
  'clientTimer.off':
    'El cronómetro está desactivado para usted. Pida a un administrador que active «Cronómetro de clientes».',
  'module.off':
    'El módulo «{{module}}» está desactivado. Un administrador puede activarlo en Ajustes, Módulos, o para usuarios concretos en Ajustes, Usuarios.',
  'module.notPerUser':
    'El módulo «{{module}}» solo se activa para toda la organización. Cámbielo en Ajustes, Módulos.',
  'record.priorPeriod': 'No se puede registrar el tiempo porque la fecha pertenece al periodo anterior.',
  'record.inactiveCategory': 'No se puede registrar el tiempo porque la categoría está inactiva.',
  'record.inactiveTag': 'La etiqueta {{name}} está inactiva. Elija otra o quítela.',
  'record.inactiveUser':
    'No se puede registrar el tiempo porque {{name}} está inactivo. Active primero al usuario.',
  'record.inactiveCustomer':
    'No se puede registrar el tiempo porque el cliente {{name}} no está activo. Actívelo o elija otro.',
  'project.otherCustomer':
    'El proyecto {{code}} pertenece a otro cliente. Elija un proyecto de este cliente, o ninguno.',
  'project.completed':
    'El proyecto {{code}} se terminó el {{date}} y no admite tiempo posterior a ese día. Elija otro o reábralo.',
  'code.taken': 'El código «{{code}}» ya está en uso. Elija otro código.',
  'assignment.second':
    'Este usuario ya tiene una asignación para el mismo cliente o para todos los clientes. Modifique esa.',
  'project.codeTaken': 'Otro proyecto tiene el código «{{code}}». Elija otro código.',
  'project.hasTime':
    '{{code}} tiene tiempo registrado para su cliente, por lo que no puede pasar a otro. Añada un proyecto nuevo allí.',
  'project.hasCases':
    '{{code}} tiene casos vinculados, por lo que no puede pasar a otro cliente. Desvincúlelos o añada un proyecto nuevo allí.',
  'opportunity.otherCustomer':
    'La oportunidad {{name}} pertenece a otro cliente. Elija una de este cliente, o ninguna.',
  'opportunity.closed':
    'La oportunidad {{name}} está cerrada y no admite tiempo nuevo. Reábrala o elija otra.',
  'case.otherCustomer':
    'El caso {{code}} pertenece a otro cliente. Elija un caso de este cliente, o ninguno.',
  'case.hasTime':
    '{{code}} tiene tiempo registrado para su cliente, por lo que no puede pasar a otro. Añada un caso nuevo allí.',
  'case.closed': 'El caso {{code}} está cerrado y no admite tiempo nuevo. Reábralo o elija otro.',
  'case.projectRequired':
    'El caso {{code}} no está vinculado a ningún proyecto, y solo los casos con proyecto admiten tiempo. Elija primero un proyecto para él.',
  'entry.stopBeforeStart': 'El fin es anterior al inicio. Corrija uno de los dos.',
  'entry.zeroDuration': 'Introduzca una duración mayor que cero.',
  'entry.exceedsDay':
    'Desde ese inicio quedan como máximo {{maxMinutes, duration}} h en el día. Introduzca una duración más corta o un inicio anterior.',
  'entry.dayFull':
    'El {{date}} quedan como máximo {{maxMinutes, duration}} h: en un día no cabe más tiempo del que dura. Introduzca menos u otra fecha.',
  'entry.inFuture': 'Esta hora está en el futuro. Solo se puede registrar tiempo pasado.',
  'entry.someRefused':
    'No se ha cambiado nada, porque {{count}} de {{all}} registros no se pueden cambiar. Exclúyalos e inténtelo de nuevo.',
  'entry.overlaps':
    'Este tiempo se solapa con otro registro del mismo usuario. Cambie las horas o el otro registro.',
  'time.missing':
    'Esta hora no existe ese día, porque se adelantaron los relojes. Indique una anterior o posterior.',
  'time.twice':
    'Esta hora ocurre dos veces ese día, porque se atrasaron los relojes. Indique a cuál se refiere con su diferencia respecto a UTC.',
  'time.invalid': 'Esto no es una fecha con hora. Escríbala así: 2026-03-03 09:15.',
  'duration.unreadable': 'Esto no se puede leer como duración. Escríbala así: 1:30, 2h 30min, 2,5 o 90min.',
  'absence.overlap':
    'El {{date}} supera un día completo de ausencia. Cambie los días o la ausencia que ya existe.',
  'absence.endBeforeStart': 'El último día es anterior al primero. Elija el {{date}} o uno posterior.',
  'absence.tooLong': 'Una ausencia tiene como máximo {{days}} días. Introduzca el resto como otra.',
  'absence.hoursMissing': 'Indique cuántas horas al día: más de cero, y solo para una ausencia por horas.',
  'absence.closed':
    'El periodo hasta el {{through}} está cerrado y sus ausencias no cambian. Elija días posteriores o abra primero el periodo.',
  'absence.afterLastDay': 'El último día de {{name}} fue el {{date}}. Elija un primer día anterior.',
  'absence.kindInactive': 'El tipo {{name}} está inactivo. Elija otro tipo de ausencia.',
  'absence.decided': 'Esta ausencia está aprobada. Pida a un responsable que la modifique o la retire.',
  'absence.already': 'Esta ausencia ya se ha resuelto de ese modo.',
  'absence.reasonMissing': 'Indique un motivo. Quien hizo la solicitud lo verá.',
  'account.closed':
    'El periodo hasta el {{through}} está cerrado y sus saldos no cambian. Elija una fecha posterior o abra primero el periodo.',
  'approval.locked':
    'El {{date}} de {{name}} está aprobado y su tiempo no se puede cambiar. Un responsable puede retirar antes la aprobación.',
  'approval.closed':
    'El periodo hasta el {{through}} está cerrado y sus aprobaciones no cambian. Elija días posteriores o abra primero el periodo.',
  'approval.future': 'Estos días aún no han llegado. Envíe días hasta hoy.',
  'approval.range':
    'Elija un último día que no sea anterior al primero, y como máximo {{days}} días a la vez.',
  'approval.nothingToSubmit': 'Todos estos días ya están enviados o aprobados.',
  'approval.notSubmitted':
    'En estos días no hay nada de {{name}} pendiente de decisión. Envíelos primero; si el tiempo de un día cambia, su envío se anula.',
  'approval.notApproved': 'Ninguno de estos días de {{name}} está aprobado.',
  'approval.timerRuns':
    'Un cronómetro tiene tiempo en estos días que aún no está registrado. Deténgalo y regístrelo primero, o deje fuera su día.',
  'approval.reasonMissing': 'Indique el motivo: lo leerá quien envió los días.',
  'exception.reasonMissing': 'Indique el motivo. Se guarda en el historial.',
  'account.reasonMissing': 'Indique un motivo. Se guarda con el movimiento.',
  'account.noAmount': 'Introduzca una cantidad distinta de cero. Una liquidación no lleva signo menos.',
  'package.noHours': 'Introduzca más de cero horas.',
  'package.expiryBefore': 'El bono caducaría antes de empezar el {{date}}. Elija ese día o uno posterior.',
  'package.beforePurchase': 'El bono empieza el {{date}}. Elija ese día o uno posterior.',
  'package.reasonMissing': 'Indique el motivo: figura en los movimientos.',
  'package.notLeft': 'De este bono solo quedan {{minutes, duration}} h; no se puede restar más.',
  'package.nothingLeft': 'De este bono no queda nada que traspasar.',
  'rate.priorPeriod':
    'Las tarifas de un periodo cerrado no cambian. Elija un primer día posterior o abra primero el periodo.',
  'invoice.nothing':
    'No hay nada que facturar: no queda tiempo facturable sin facturar. Elija otro intervalo o añada líneas propias.',
  'invoice.noRate':
    'Este tiempo no tiene ninguna tarifa vigente, así que no tiene precio. Defina primero una tarifa para el cliente, el proyecto, el usuario o la organización.',
  'invoice.tooManyLines':
    'La factura tendría {{count}} líneas; el máximo es {{most}}. Agrupe el tiempo por día, proyecto o categoría, o haga dos facturas.',
  'invoice.tooManyEntries':
    'Hay {{count}} registros en este intervalo; el máximo para una factura es {{most}}. Elija un intervalo más corto.',
  'invoice.twoCurrencies':
    'Este borrador está en {{was}}, pero ahora las tarifas están en {{is}}. Elimine el borrador y cree uno nuevo.',
  'invoice.incomplete':
    'Falta un dato obligatorio en la factura. Complete lo que se indica en los ajustes de facturación o en el cliente.',
  'invoice.untaxedMixed':
    'Lo no sujeto a impuestos va en una factura aparte. Elija un solo tipo de impuesto para todas las líneas o haga dos facturas.',
  'invoice.negative': 'El total es negativo. Añada líneas o anule la factura que quiera rectificar.',
  'invoice.inFuture': 'Una factura lleva la fecha de hoy o una anterior. Elija otra fecha.',
  'invoice.dueBefore': 'El vencimiento es anterior a la fecha de la factura. Elija una fecha posterior.',
  'invoice.priorPeriod':
    'El periodo hasta el {{through}} está cerrado y no admite facturas con fecha en él. Elija una fecha posterior; su tiempo sí puede ser anterior.',
  'invoice.numberTaken':
    'El número {{number}} ya está ocupado por otro formato. Cambie el formato de numeración en los ajustes de facturación.',
  'invoice.frozen':
    'La factura {{number}} está emitida y no se puede cambiar. Anúlela: se emite una factura rectificativa.',
  'invoice.entryTaken': 'Este tiempo ya está en otra factura ({{number}}). Solo se factura una vez.',
  'invoice.entryLocked':
    'Este tiempo está en la factura {{number}} y no se puede cambiar. Anule primero la factura para cambiarlo.',
  'invoice.otherCustomer':
    'Este tiempo es de un cliente distinto al de la factura. Elija tiempo de su cliente.',
  'invoice.isCreditNote':
    'Esto es una factura rectificativa: no se paga ni se anula. Haga una factura nueva en su lugar.',
  'invoice.alreadyVoid': 'La factura {{number}} está anulada. Su tiempo se puede incluir en una nueva.',
  'invoice.notIssued': 'Esto es un borrador. Emítalo primero o elimínelo.',
  'invoice.reasonMissing': 'Indique por qué se anula la factura. Figura en la factura rectificativa.',
  'invoice.creditBefore':
    'Una factura rectificativa no puede tener fecha anterior a la de su factura, del {{date}}. Elija una fecha posterior.',
  'invoice.paidAlready': 'La factura {{number}} está pagada por completo.',
  'report.tooManyRows':
    'Este informe tendría más de {{most}} filas. Elija un intervalo más corto, menos grupos, o meses en lugar de días.',
  'invoice.currencyXml':
    'Las facturas electrónicas tienen como máximo dos decimales, y {{currency}} tiene más. Envíe el PDF o el libro de Excel.',
  'tax.invalid':
    'Solo la categoría general tiene un porcentaje superior a 0, y siempre lo tiene. Cambie la categoría o el porcentaje.',
  'logo.unreadable': 'No es una imagen PNG o JPEG. Elija otro archivo.',
  'logo.tooLarge': 'La imagen es demasiado grande. Elija una de 1 MB como máximo.',
  'payment.tooMuch':
    'En la factura {{number}} solo hay {{open}} pendientes. Introduzca ese importe o uno menor.',
  'payment.priorPeriod':
    'El periodo hasta el {{through}} está cerrado y sus pagos no cambian. Elija una fecha posterior o abra primero el periodo.',
  'meeting.stopBeforeStart': 'La reunión termina antes de empezar. Corrija una de las dos horas.',
  'meeting.tooLong':
    'Una reunión dura como máximo {{hours}} horas. Elija un fin anterior o que ocupe días completos.',
  'meeting.daysTooMany':
    'Una reunión de días completos dura como máximo {{days}} días. Elija un fin anterior o haga que se repita.',
  'meeting.repeatTooFine':
    'Una reunión se repite como máximo una vez al día ({{part}}). Repítala a diario o con menos frecuencia, o cree varias reuniones.',
  'meeting.repeatUnknown':
    'Esta regla de repetición no se puede leer: {{part}}. Escríbala así: FREQ=WEEKLY;BYDAY=MO;COUNT=10.',
  'meeting.repeatEndless':
    'Una reunión no puede repetirse sin fin. Indique hasta qué día se repite o cuántas veces.',
  'meeting.repeatTooFar': 'Una reunión se repite durante {{years}} años como máximo. Elija un fin anterior.',
  'meeting.repeatNever':
    'Con esta regla la reunión nunca se celebra una segunda vez. Cambie la regla o no la repita.',
  'meeting.tooManyExceptions':
    'Como máximo se pueden mover o cancelar {{most}} repeticiones de una serie. Termine esta serie y empiece otra.',
  'meeting.allDayLog':
    'Una reunión de días completos no tiene horas que registrar. Indique un inicio y un fin, o no la incluya.',
  'meeting.othersLog':
    'Solo puede incluir una reunión en sus propios registros. Quite a los demás, no la incluya o pídaselo a un responsable.',
  'meeting.tooManyLogs':
    'Se añadirían más de {{most}} registros a la vez. Empiece la serie más tarde o no la incluya.',
  'meeting.noOccurrence':
    'Esta reunión no se celebra entonces. Consulte sus repeticiones en el calendario o con «daybook meeting list».',
  'meeting.severalOccurrences':
    'Esta reunión se repite. Indique a qué repetición se refiere, o si se refiere a todas.',
  'meeting.oneOnly':
    'Una repetición suelta solo tiene hora, título y lugar propios. Cambie todas las repeticiones, o esta y las siguientes.',
  'meeting.moveNeedsRule':
    'Los días de esta regla no se pueden mover sin más. Indique cómo se repite la reunión desde el nuevo día.',
  'meeting.followingFixed':
    'A partir de esta repetición hay tiempo facturado o en un periodo cerrado. Elija una repetición posterior, o solo esta.',
  'meeting.notLogged': 'Esta reunión no está incluida en los registros. Inclúyala primero.',
  'meeting.notOver': 'Esta reunión aún no ha terminado. Su tiempo se registra cuando termine.',
  'task.stopBeforeStart': 'La tarea termina antes de empezar. Corrija una de las dos horas.',
  'task.dueOrTimed': 'Una tarea vence un día o tiene una hora, pero no ambas cosas. Quite una de las dos.',
  'guard.userInactive': 'No se puede desactivar a esta persona mientras tenga un cronómetro en marcha.',
  'guard.assignmentDelete': 'En uso en un cronómetro. No se puede eliminar.',
  'guard.projectDelete': 'No se puede eliminar {{code}}: está en uso en un cronómetro.',
  'guard.periodTimers':
    'El periodo no se puede cerrar mientras haya cronómetros iniciados en él sin registrar. Deténgalos y regístrelos primero, o ciérrelo de todos modos: lo que cuenten en él queda entonces pendiente como excepción.',
  'user.lastAdministrator': 'Es el último administrador activo. Nombre primero administrador a otra persona.',
  'user.inClosedPeriod':
    'Este usuario forma parte de las cifras del periodo cerrado hasta el {{through}}. Elija una fecha de alta posterior o reabra el periodo.',
  'user.lastDateClosed':
    'El periodo hasta el {{through}} está cerrado y sus cifras no cambian. Elija el {{through}} o un último día posterior, o reabra el periodo.',
  'organisation.currencyClosed':
    'La moneda sigue siendo {{currency}} mientras haya un periodo cerrado: sus importes están en ella. Reabra el periodo para cambiarla.',
  'employment.extraNeedsDays':
    'Las horas extra por día o por semana requieren horas previstas por día de la semana. Vacíe las horas previstas del mes o cuéntelas por mes.',
  'period.inFuture':
    'Un periodo se cierra como máximo hasta ayer, porque el día de hoy no ha terminado. Elija un día anterior.',
  'period.reasonMissing': 'Indique por qué se reabre el periodo. Figura en el historial.',
  'user.notOffered':
    'No puede elegir a {{name}}: a su rol se le ofrecen otros nombres. Elija otro o consulte a un administrador.',
  'user.self': 'No puede hacer esto consigo mismo. Pídaselo a otro administrador.',
  'undo.changedSince':
    'No se puede deshacer: lo que cambió se ha vuelto a cambiar después. Deshaga primero el cambio posterior.',
  'undo.tooOld': 'No se puede deshacer: tiene más de 30 días.',
  'undo.periodClosed': 'No se puede deshacer: su periodo está cerrado. Abra primero el periodo.',
  'undo.nothing': 'No hay nada que deshacer.',
  'undo.cancelled': 'Cancelado; todo sigue como estaba.',
  'setup.done': 'Daybook ya está configurado en esta carpeta de datos.',
  'setup.missing':
    'Daybook aún no está configurado en esta carpeta de datos. Ábralo y complete la bienvenida, o configúrelo en la línea de comandos.',
  'sample.notEmpty':
    'Los datos de ejemplo solo se pueden cargar en una carpeta de datos vacía. Inicie con otra carpeta: --data CARPETA.',
  'disk.full': 'El disco está lleno y no se puede guardar nada. Libere espacio e inténtelo de nuevo.',
  'disk.readonly':
    'No se puede escribir en la carpeta de datos. Compruebe sus permisos o elija otra carpeta.',
  'db.locked':
    'Otro programa está usando los datos en este momento. Inténtelo de nuevo o cierre ese programa.',
  'db.newer':
    'Estos datos los escribió una versión más reciente de Daybook. Instale esa versión o una posterior; no se ha cambiado nada.',
  'db.damaged':
    'La base de datos está dañada. Restaure la copia de seguridad más reciente; el archivo dañado se aparta y se conserva.',
  'db.missing':
    'La base de datos o su carpeta no existe. Compruebe la carpeta de datos o restaure una copia de seguridad.',
  'db.migrationFailed':
    'Los datos no se han podido actualizar a esta versión y han quedado sin cambios. Conserve la versión que tenía y comunique el problema.',
  'mail.noAddress': 'No es una dirección de correo electrónico. Escríbala así: ana@example.org.',
  'mail.noProgram':
    'No se ha podido abrir ningún programa de correo. Elija uno en la configuración de este equipo, o adjunte usted el PDF guardado.',
  'invoice.sentInFuture': 'No puede haberse enviado después de hoy. Elija hoy o un día anterior.',
  'invoice.sentBefore': 'No puede haberse enviado antes de su fecha. Elija el {{date}} o un día posterior.',
  'export.letters':
    'Aquí ninguna fuente tiene los caracteres {{letters}}. Instale una que los tenga, como Noto, o escriba estos textos con otros caracteres.',
  'export.cancelled': 'La exportación se ha cancelado; no se ha escrito ningún archivo.',
  'export.failed':
    'La exportación ha fallado; no se ha escrito ningún archivo. Inténtelo de nuevo y comuníquelo si vuelve a ocurrir.',
  'session.signedOut': 'Se ha cerrado su sesión. Inicie sesión otra vez para continuar.',
  'session.ended': 'Se ha cerrado la sesión de este navegador. Inicie Daybook otra vez para abrirlo aquí.',
  'session.locked': 'Daybook está bloqueado. Introduzca primero el PIN de su perfil.',
  'pin.needed': 'El perfil {{name}} tiene un PIN. Introdúzcalo.',
  'pin.wrong': 'No es el PIN de {{name}}. Inténtelo de nuevo o pida a un administrador que lo restablezca.',
  'pin.wait': 'Demasiados PIN incorrectos para {{name}}. Espere {{seconds}} segundos e inténtelo de nuevo.',
  'file.foreignLink':
    'En la ruta a ese archivo hay un enlace creado por otro usuario de este equipo. Elija otro lugar.',
  'calendarFile.notReadable':
    'No se puede leer este archivo: {{file}}. Compruebe su nombre y si tiene permiso de lectura.',
  'calendarFile.tooLarge':
    'Este archivo supera los {{most}} MB. Exporte un intervalo más corto del otro calendario e impórtelo.',
  'calendarFile.tooMany':
    'Este archivo contiene {{count}} reuniones y tareas; como máximo se importan {{most}} a la vez. Exporte un intervalo más corto del otro calendario.',
  'calendarFile.none':
    'No es un calendario: no empieza por BEGIN:VCALENDAR. Elija un archivo que termine en .ics.',
  'calendarFile.empty': 'Este calendario no contiene reuniones ni tareas.',
  'calendarFile.cutOff':
    'Este archivo está incompleto. Expórtelo o descárguelo de nuevo; no se ha importado nada.',
  'calendarFile.broken':
    'Este archivo está dañado: la parte {{part}} no termina donde debería. Expórtelo de nuevo; no se ha importado nada.',
  'calendarFile.tooHard':
    'Este archivo exige demasiado trabajo: repite demasiado, o está hecho para ello. Exporte un intervalo más corto del otro calendario; no se ha importado nada.',
  'calendarFile.gone': 'El archivo entregado ya no existe. Elíjalo de nuevo.',
  'range.endBeforeStart': 'El último día es anterior al primero. Corrija uno de los dos.',
  'calendarRow.unreadable': 'No se puede leer ({{text}}).',
  'calendarRow.noStart': 'No tiene inicio.',
  'calendarRow.badTime': 'Su hora «{{text}}» no es una fecha ni una hora.',
  'calendarRow.tooOld': 'Es anterior a 1970.',
  'calendarRow.zoneUnknown': 'La zona horaria «{{zone}}» no se conoce. Indique cuál es.',
  'calendarRow.otherRule':
    'Se repite en fechas sueltas o con reglas de exclusión ({{part}}), algo que aquí una reunión no puede hacer.',
  'calendarRow.thisAndFuture':
    'Uno de sus cambios vale para todo lo que sigue, algo que aquí una reunión no puede hacer. Expórtela como dos series.',
  'calendarRow.taskRepeats': 'Es una tarea que se repite, algo que aquí las tareas no pueden hacer.',
  'calendarRow.recordedTime': 'Es tiempo registrado, no una reunión.',
  'calendarRow.twice': 'Está dos veces en el archivo; se toma la versión más reciente.',
  'calendarRow.notYours': 'Pertenece a otra persona. Pídale a ella o a un responsable que la importe.',
  'importFile.notReadable':
    'No se puede leer este archivo: {{file}}. Compruebe su nombre y si tiene permiso de lectura.',
  'importFile.tooLarge':
    'Los archivos superan los {{most}} MB. Impórtelos uno a uno, o un intervalo más corto.',
  'importFile.tooMany':
    '{{file}} contiene más de {{most}} filas. Exporte un intervalo más corto e impórtelo.',
  'importFile.unknown':
    '{{file}} no contiene ninguna tabla de tiempo. Elija un archivo CSV o Excel, o una exportación de su herramienta anterior.',
  'importFile.empty': '{{file}} no contiene filas.',
  'importFile.cutOff': '{{file}} está incompleto. Expórtelo o descárguelo de nuevo; no se ha importado nada.',
  'importFile.broken':
    '{{file}} está dañado o no es lo que dice su nombre (línea {{line}}). Expórtelo de nuevo; no se ha importado nada.',
  'importFile.protected':
    '{{file}} está protegido con contraseña o es de un Excel anterior a 2007. Guárdelo como .xlsx sin contraseña.',
  'importFile.bomb':
    '{{file}} ocuparía al descomprimirse mucho más de lo que indica su tamaño, así que no se ha abierto.',
  'importFile.tooHard':
    'Este archivo exige demasiado trabajo o memoria. Importe un intervalo más corto; no se ha importado nada.',
  'importFile.gone': 'Los archivos ya no existen. Elíjalos de nuevo.',
  'template.notWorkbook':
    '{{file}} no es un libro de Excel. Elija un archivo que termine en .xlsx; los demás formatos se pueden guardar así.',
  'template.protected':
    '{{file}} está protegido con contraseña o es de un Excel anterior a 2007. Guárdelo como .xlsx sin contraseña.',
  'template.macros': '{{file}} contiene macros, que Daybook no reproduce. Guárdelo como .xlsx sin ellas.',
  'template.tooLarge':
    '{{file}} ocupa más de {{most}} MB. Quite lo que una plantilla no necesita, como imágenes grandes.',
  'template.broken':
    '{{file}} está dañado: no se puede leer {{part}}. Ábralo en Excel o LibreOffice y guárdelo de nuevo.',
  'template.noNames':
    '{{file}} no tiene ningún lugar que Daybook pueda rellenar: dé a las celdas nombres como daybook_total. La plantilla de ejemplo muestra todos los nombres.',
  'template.unknownName':
    'La plantilla tiene un nombre {{name}}, que aquí no se puede rellenar. El más parecido es {{nearest}}. La plantilla de ejemplo muestra todos los nombres.',
  'template.unknownField':
    'La fila {{name}} de la plantilla tiene {{field}}, que no es un campo suyo. El más parecido es {{nearest}}.',
  'template.nowhere':
    'El nombre {{name}} de la plantilla no se refiere a celdas de ninguna hoja. Haga que se refiera a ellas o borre el nombre.',
  'template.noFields':
    'La primera fila de {{name}} en la plantilla no contiene ningún campo como {{field}}. Escriba campos entre llaves en sus celdas.',
  'template.sideBySide':
    '{{name}} y {{other}} están en las mismas filas de la plantilla. Ponga uno debajo del otro o en una hoja propia.',
  'template.tooMany':
    '{{name}} tendría {{count}} filas; una plantilla admite {{most}} como máximo, y tantas como quepan en su hoja. Elija un mes o reduzca la lista.',
  'everything.notEmpty':
    'Aquí ya hay datos. Una exportación completa solo se puede leer en un Daybook vacío.',
  'everything.unknown': 'No es una exportación completa. Elija el archivo ZIP que exportó Daybook.',
  'everything.newer': 'Esta exportación es de un Daybook más reciente ({{version}}). Actualice primero este.',
  'everything.broken':
    'Esta exportación está dañada o incompleta: {{file}}, línea {{line}}. No se ha leído nada. Expórtela de nuevo.',
  'import.cancelled': 'La importación se ha cancelado; no se ha importado nada.',
  'import.busy': 'Se está escribiendo una importación. Espere a que termine.',
  'import.team':
    'Los dispositivos de un equipo aún no pueden importar archivos. Impórtelos en un Daybook que funcione por su cuenta, antes de que pase a ser un equipo.',
  'import.needs': 'Indique primero qué contienen las columnas, el formato de las fechas y la zona horaria.',
  'importRow.noStart': 'No tiene fecha.',
  'importRow.noEnd': 'No tiene fin: puede que siga en marcha.',
  'importRow.noLength': 'No tiene horas ni duración.',
  'importRow.longer': 'Su duración es mayor que del inicio al fin ({{minutes}} min).',
  'importRow.badTime': '«{{text}}» no es una fecha ni una hora.',
  'importRow.badDuration': '«{{text}}» no es una duración.',
  'importRow.tooOld': 'Es anterior a 1970.',
  'importRow.tooLong': 'El texto «{{text}}…» tiene más de {{most}} caracteres.',
  'importRow.manyTags': 'Tiene más de 20 etiquetas.',
  'importRow.cutOff': 'El archivo se corta en mitad de esta fila.',
  'importRow.break': 'Es una pausa, no tiempo trabajado.',
  'importRow.twice':
    'Se atrasaron los relojes: {{text}} ocurrió dos veces ese día. Indique a cuál se refiere.',
  'importRow.missing': 'Se adelantaron los relojes: {{text}} no existió ese día. Indique qué hacer.',
  'importRow.ambiguous': 'Hay varios con el nombre «{{name}}». Cambie primero el nombre de uno.',
  'importRow.mayNotAdd': '«{{name}}» no existe aquí y usted no puede añadirlo. Pídaselo a un administrador.',
  'importRow.notYours': 'Es tiempo de otra persona. Pida a un responsable que lo importe.',
  'file.notWritable':
    'No se puede escribir el archivo en ese lugar. Ciérrelo donde esté abierto o elija otro lugar.',
  'notFound.attention': 'Esto ya no requiere atención.',
  'attention.counts': 'Ya cuenta, aunque no como se quería. Conserve lo que vale ahora o deshágalo.',
  'team.alone': 'Daybook funciona aquí por su cuenta, sin equipo. Cree un equipo o únase a uno.',
  'team.already': 'Este Daybook ya está en un equipo. Abandónelo primero.',
  'team.notEmpty':
    'Aquí ya hay datos, y los del equipo ocuparían su lugar. Únase desde una carpeta de datos vacía.',
  'team.filling': 'Los datos del equipo aún se están transfiriendo a este dispositivo. Espere a que lleguen.',
  'team.badAddress': 'No es la dirección de un servidor. Escríbala así: https://daybook.example.com.',
  'team.insecure':
    'Sin https, cualquiera podría leer los datos por el camino. Use una dirección https; http sin cifrar es solo para un servidor en este mismo ordenador.',
  'team.offline':
    'No se puede contactar con el servidor del equipo. Aquí se puede seguir trabajando; todo se enviará en cuanto sea posible.',
  'team.noAnswer':
    'El servidor del equipo no responde y esto no se puede hacer sin él. Compruebe la dirección y la conexión, e inténtelo de nuevo.',
  'team.certificate':
    'El certificado del servidor del equipo no es válido, así que no se ha enviado nada. Consulte a quien gestiona el servidor.',
  'team.nonsense':
    'Lo que ha respondido no es el servidor del equipo, o este no funciona bien. Compruebe la dirección o consulte a quien gestiona el servidor.',
  'team.busy':
    'El servidor del equipo no puede responder en este momento. Se volverá a intentar automáticamente.',
  'team.tooLarge': 'Es más de lo que el servidor del equipo admite de una vez.',
  'team.otherVersion':
    'Las versiones del servidor del equipo y de este Daybook son demasiado distintas. Actualice la más antigua.',
  'team.refusedNewer':
    'El servidor del equipo es más reciente y lo ha rechazado por un motivo que esta versión no conoce. Actualice Daybook.',
  'team.copied': 'Otra copia de estos datos ha seguido con el nombre de este equipo. Se le da uno propio.',
  'team.otherEpoch':
    'El servidor del equipo se ha restaurado desde una copia de seguridad. Se le devuelve lo que ha olvidado de este equipo.',
  'team.otherHistory':
    'El servidor del equipo tiene un historial distinto al de este dispositivo: se restauró desde una copia de seguridad o se modificó. No se envía ni se recibe nada hasta que alguien lo revise.',
  'team.foundAgain':
    'La copia que se estaba enviando al servidor ya no existe. Abandone el equipo y créelo de nuevo en un servidor vacío.',
  'team.founding':
    'Los datos de este equipo aún se están enviando al servidor. Inténtelo de nuevo más tarde.',
  'team.founded': 'Este equipo ya tiene sus datos.',
  'team.closed': 'Este servidor ya tiene su equipo y no admite otro.',
  'team.signedOut': 'El servidor del equipo no conoce este dispositivo. Abandone el equipo y únase de nuevo.',
  'team.revoked':
    'Este dispositivo se ha excluido del equipo. Lo que aún no se había enviado lo tiene un administrador; abandone el equipo para seguir por su cuenta.',
  'team.notMember': 'Ya no está en este equipo. Abandónelo para seguir por su cuenta.',
  'team.memberAlready':
    'Esta persona ya está en el equipo. Inicie sesión con correo electrónico y contraseña.',
  'team.wrongPassword': 'El correo electrónico o la contraseña no son correctos.',
  'team.factorNeeded': 'La contraseña es correcta. Ahora indique el código de su segundo factor.',
  'team.factorWrong': 'El código es incorrecto o ya se ha usado. Espere al siguiente.',
  'team.factorMissing': 'Esta empresa exige un segundo factor. Configure uno ahora.',
  'team.factorThere': 'Ya tiene un segundo factor.',
  'team.noFactor': 'No hay ningún segundo factor.',
  'team.factorDemanded': 'Su empresa exige un segundo factor, así que se mantiene.',
  'team.noPasswordCode':
    'Ese código no vale: no es el de esta dirección, ya se usó o tiene más de un día. Pida uno nuevo a su administrador.',
  'team.inAnotherFirm':
    'Esta persona está también en otra empresa de este servidor; nadie de esta puede darle una contraseña nueva. Quien lleva el servidor puede ayudar.',
  'team.factorFirst': 'Configure primero su propio segundo factor; después podrá exigirlo a todos.',
  'team.noGrant':
    'Este código no se conoce aquí o han pasado sus diez minutos. Empiece de nuevo en el dispositivo.',
  'team.deviceDenied': 'Este dispositivo no ha sido autorizado.',
  'team.passkeyWrong': 'Esta clave de acceso no inicia sesión aquí. Inicie sesión de otro modo.',
  'team.noPasskey': 'Esa clave de acceso ya no existe.',
  'team.tooManyPasskeys': 'Ya tiene el máximo de claves de acceso. Elimine una primero.',
  'team.signInAgain': 'Para esto debe haber iniciado sesión hace un momento. Inicie sesión de nuevo.',
  'team.oidcAway':
    'No se puede conectar con {{name}} en este momento. Inténtelo de nuevo o inicie sesión de otro modo.',
  'team.oidcWrong': 'El inicio de sesión se interrumpió o tardó demasiado. Empiece de nuevo.',
  'team.oidcUnknown':
    'Ha iniciado sesión allí, pero aquí no se le conoce. Pida a un administrador una invitación para ese correo electrónico.',
  'team.oidcOnly':
    'Su empresa solo inicia sesión con su propio sistema: elíjalo en la página del servidor y, en un dispositivo, «Iniciar sesión con un navegador».',
  'team.oidcFirst':
    'Inicie sesión usted primero una vez con el sistema de la empresa; después podrá exigirlo a todos.',
  'team.noInvitation':
    'Esta invitación no es válida: es para otra dirección, ya se usó o es demasiado antigua. Pida una nueva.',
  'team.noDevice': 'Este dispositivo no existe o ya está excluido.',
  'team.wait': 'Demasiados intentos. Espere un minuto e inténtelo de nuevo.',
  'team.noBrowsers':
    'El servidor no sabe en qué dirección lo encuentran los navegadores. Quien lo administra debe iniciarlo con --address.',
  'team.conflict': 'Otra persona ha modificado lo mismo mientras tanto. Revise lo que vale ahora y elija.',
  'team.quarantined': 'El servidor lo ha apartado; un administrador lo revisa.',
  'team.oneUser':
    'En un equipo, cada dispositivo es de una sola persona. Abandone el equipo o use otra carpeta de datos.',
  'team.noSample':
    'La empresa de ejemplo no es para un equipo. Cárguela donde Daybook funcione por su cuenta.',
  'channel.closed': 'Daybook no está en marcha. Inícielo de nuevo; todo lo confirmado está guardado.',
  'device.unavailable': 'No está disponible en este equipo.',
  'shortcut.taken': 'Otro programa usa este atajo de teclado. Elija otro.',
  'shortcut.invalid': 'No es un atajo que se pueda usar. Combine Ctrl, Alt o Mayús con una tecla.',
}
