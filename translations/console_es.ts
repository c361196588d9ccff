<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>hotel::guicore::ApiClient</name>
    <message>
        <source>%1 is not encrypted. Use https, or allow it explicitly.</source>
        <translation>%1 no está cifrado. Use https o permítalo expresamente.</translation>
    </message>
    <message>
        <source>The key of %1 has not been confirmed yet.</source>
        <translation>La clave de %1 aún no se ha confirmado.</translation>
    </message>
    <message>
        <source>The key of %1 is not the one that was confirmed. Nothing was sent.</source>
        <translation>La clave de %1 no es la que se confirmó. No se ha enviado nada.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The answer is too large.</source>
        <translation>La respuesta es demasiado grande.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>No se puede contactar con %1: %2</translation>
    </message>
    <message>
        <source>The server answered in a form this version does not know.</source>
        <translation>El servidor respondió de una forma que esta versión no conoce.</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::ApiError</name>
    <message>
        <source>You are not signed in.</source>
        <translation>No ha iniciado sesión.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Su rol no lo permite.</translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation>Esto ya no existe.</translation>
    </message>
    <message>
        <source>Too many requests. Try again in a moment.</source>
        <translation>Demasiadas solicitudes. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The server cannot answer just now.</source>
        <translation>El servidor no puede responder ahora mismo.</translation>
    </message>
    <message>
        <source>The server answered with status %1.</source>
        <translation>El servidor respondió con el estado %1.</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::ConnectionState</name>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Resyncing…</source>
        <translation>Sincronizando…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Reconnecting (%1 s)</source>
        <translation>Reconectando (%1 s)</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Reconectando…</translation>
    </message>
    <message>
        <source>Offline since %1, showing cached</source>
        <translation>Sin conexión desde las %1, se muestra lo guardado</translation>
    </message>
    <message>
        <source>Version mismatch: this server does not speak this console's protocol</source>
        <translation>Versión incompatible: este servidor no habla el protocolo de esta consola</translation>
    </message>
    <message>
        <source>Not connected: the server's key is not confirmed</source>
        <translation>Sin conexión: la clave del servidor no está confirmada</translation>
    </message>
    <message>
        <source>You are signed out. Sign in to send; your draft is kept.</source>
        <translation>La sesión está cerrada. Inicie sesión para enviar; su borrador se conserva.</translation>
    </message>
    <message>
        <source>The console is still connecting. Your draft is kept.</source>
        <translation>La consola aún se está conectando. Su borrador se conserva.</translation>
    </message>
    <message>
        <source>Nothing can be sent now (%1). Your draft is kept.</source>
        <translation>Ahora no se puede enviar nada (%1). Su borrador se conserva.</translation>
    </message>
    <message>
        <source>Version mismatch: this server does not speak this console&apos;s protocol</source>
        <translation>Versión incompatible: este servidor no habla el protocolo de esta consola</translation>
    </message>
    <message>
        <source>Not connected: the server&apos;s key is not confirmed</source>
        <translation>Sin conexión: la clave del servidor no está confirmada</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::DraftStore</name>
    <message>
        <source>The saved drafts could not be read. They were kept as %1.</source>
        <translation>No se pudieron leer los borradores guardados. Se conservaron como %1.</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::EventStream</name>
    <message>
        <source>an event was too large</source>
        <translation>un evento era demasiado grande</translation>
    </message>
    <message>
        <source>the server ended the stream</source>
        <translation>el servidor terminó la transmisión</translation>
    </message>
    <message>
        <source>the server asked to wait</source>
        <translation>el servidor pidió esperar</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::SyncEngine</name>
    <message>
        <source>You were signed out.</source>
        <translation>Se cerró su sesión.</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::AlertModel</name>
    <message>
        <source>Critical</source>
        <translation>Crítica</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>severity, text, time of an alert</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, seen by %2</source>
        <translation>%1, vista por %2</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::CannedReplyModel</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>title, language, text of a canned reply</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::ConversationListModel</name>
    <message>
        <source>Guest</source>
        <translation>Huésped</translation>
    </message>
    <message numerus="yes">
        <source>waiting %n minute(s)</source>
        <translation>
            <numerusform>espera desde hace %n minuto</numerusform>
            <numerusform>espera desde hace %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting %n hour(s)</source>
        <translation>
            <numerusform>espera desde hace %n hora</numerusform>
            <numerusform>espera desde hace %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting %n day(s)</source>
        <translation>
            <numerusform>espera desde hace %n día</numerusform>
            <numerusform>espera desde hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>fuera de plazo</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>vence pronto</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n sin leer</numerusform>
            <numerusform>%n sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>bot is answering</source>
        <translation>el bot responde</translation>
    </message>
    <message>
        <source>bot paused</source>
        <translation>bot en pausa</translation>
    </message>
    <message>
        <source>assigned to you</source>
        <translation>asignada a usted</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>asignada a %1</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>sin asignar</translation>
    </message>
    <message>
        <source>%1 is replying</source>
        <translation>%1 está respondiendo</translation>
    </message>
    <message>
        <source>unsent draft</source>
        <translation>borrador sin enviar</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>pospuesta</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
    <message>
        <source>wants no messages</source>
        <translation>no quiere mensajes</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Mensaje de voz</translation>
    </message>
    <message>
        <source>Voice message: %1</source>
        <translation>Mensaje de voz: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::MessageModel</name>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Huésped</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1, a las %2</translation>
    </message>
    <message>
        <source>%1, internal note, %2: %3</source>
        <translation>%1, nota interna, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a message and its state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>internal note</source>
        <translation>nota interna</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>esperando envío</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>accepted by WhatsApp</source>
        <translation>aceptado por WhatsApp</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leído</translation>
    </message>
    <message>
        <source>played</source>
        <translation>escuchado</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>no entregado</translation>
    </message>
    <message>
        <source>not delivered: %1</source>
        <translation>no entregado: %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>no enviado</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>no enviado: %1</translation>
    </message>
    <message>
        <source>nobody knows whether the guest has this message</source>
        <translation>no se sabe si el huésped tiene este mensaje</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en cola</translation>
    </message>
    <message>
        <source>no answer from the server; trying again is safe</source>
        <translation>el servidor no respondió; reintentar es seguro</translation>
    </message>
    <message>
        <source>not sent: somebody answered meanwhile</source>
        <translation>no enviado: alguien respondió entretanto</translation>
    </message>
    <message>
        <source>not sent: the 24 hour window is closed, only a template can be sent</source>
        <translation>no enviado: la ventana de 24 horas está cerrada, solo se puede enviar una plantilla</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>[%1]</source>
        <translation>[%1]</translation>
    </message>
    <message>
        <source>voice message, transcript by machine: %1</source>
        <translation>mensaje de voz, transcripción automática: %1</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Mensaje de voz</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::AboutDialog</name>
    <message>
        <source>About Hotel Console</source>
        <translation>Acerca de Hotel Console</translation>
    </message>
    <message>
        <source>Hotel Console %1
Qt %2 · %3
Server: %4</source>
        <translation>Hotel Console %1
Qt %2 · %3
Servidor: %4</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::AlertsView</name>
    <message>
        <source>acknowledged by %1</source>
        <translation>atendida por %1</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Abrir conversación</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Dar por vista</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Sin alertas</translation>
    </message>
    <message>
        <source>Nothing needs a person right now.</source>
        <translation>Nada necesita a una persona ahora mismo.</translation>
    </message>
    <message>
        <source>Loading alerts…</source>
        <translation>Cargando alertas…</translation>
    </message>
    <message>
        <source>The alert was not acknowledged: %1</source>
        <translation>La alerta no se dio por vista: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::AssignDialog</name>
    <message>
        <source>Assign conversation</source>
        <translation>Asignar conversación</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Asignar a</translation>
    </message>
    <message>
        <source>Me (%1)</source>
        <translation>A mí (%1)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::BookingCard</name>
    <message numerus="yes">
        <source>%n night(s)</source>
        <translation>
            <numerusform>%n noche</numerusform>
            <numerusform>%n noches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adult(s)</source>
        <translation>
            <numerusform>%n adulto</numerusform>
            <numerusform>%n adultos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>%n niño</numerusform>
            <numerusform>%n niños</numerusform>
        </translation>
    </message>
    <message>
        <source>Room %1 · %2</source>
        <translation>Habitación %1 · %2</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>Paid in full</source>
        <translation>Pagado por completo</translation>
    </message>
    <message>
        <source>Paid %1 · open %2</source>
        <translation>Pagado %1 · pendiente %2</translation>
    </message>
    <message>
        <source>Read from the hotel system %1</source>
        <translation>Leído del sistema del hotel %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::CannedPopup</name>
    <message>
        <source>Canned replies</source>
        <translation>Respuestas guardadas</translation>
    </message>
    <message>
        <source>No canned reply with these words.</source>
        <translation>No hay respuesta guardada con estas palabras.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Find a command or a guest</source>
        <translation>Buscar un comando o un huésped</translation>
    </message>
    <message>
        <source>Find a command or a guest…</source>
        <translation>Buscar un comando o un huésped…</translation>
    </message>
    <message>
        <source>Commands and guests</source>
        <translation>Comandos y huéspedes</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::CommandRegistry</name>
    <message>
        <source>Shortcuts need Ctrl and no Alt: Alt types letters on many keyboards.</source>
        <translation>Los atajos necesitan Ctrl y no Alt: Alt escribe letras en muchos teclados.</translation>
    </message>
    <message>
        <source>In lists, shortcuts are single keys.</source>
        <translation>En las listas, los atajos son teclas sueltas.</translation>
    </message>
    <message>
        <source>%1 is taken by «%2».</source>
        <translation>%1 ya lo usa «%2».</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>No existe ese comando.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>En la lista</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::Composer</name>
    <message>
        <source>Draft saved %1</source>
        <translation>Borrador guardado %1</translation>
    </message>
    <message>
        <source>The draft could not be saved: %1</source>
        <translation>No se pudo guardar el borrador: %1</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Write to the guest (Ctrl+Shift+M switches)</source>
        <translation>Escribir al huésped (Ctrl+Mayús+M cambia)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Write for staff only (Ctrl+Shift+M switches)</source>
        <translation>Escribir solo para el personal (Ctrl+Mayús+M cambia)</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>Respuestas guardadas</translation>
    </message>
    <message>
        <source>Canned replies: type / and a word</source>
        <translation>Respuestas guardadas: escriba / y una palabra</translation>
    </message>
    <message>
        <source>Send a template…</source>
        <translation>Enviar una plantilla…</translation>
    </message>
    <message>
        <source>Choose a template…</source>
        <translation>Elegir una plantilla…</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Redacción</translation>
    </message>
    <message>
        <source>24 h window closed</source>
        <translation>Ventana de 24 h cerrada</translation>
    </message>
    <message>
        <source>WhatsApp allows free messages for 24 hours after the guest's last one; later only templates.</source>
        <translation>WhatsApp permite mensajes libres durante 24 horas tras el último del huésped; después solo plantillas.</translation>
    </message>
    <message>
        <source>Note for staff, the guest does not see it</source>
        <translation>Nota para el personal, el huésped no la ve</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Responder a %1</translation>
    </message>
    <message>
        <source>Only your colleagues see this note…</source>
        <translation>Solo sus colegas ven esta nota…</translation>
    </message>
    <message>
        <source>Write to %1… (/ for canned replies)</source>
        <translation>Escriba a %1… (/ para respuestas guardadas)</translation>
    </message>
    <message>
        <source>The 24 h window closed at %1. Only a template can be sent.</source>
        <translation>La ventana de 24 h se cerró: %1. Solo se puede enviar una plantilla.</translation>
    </message>
    <message>
        <source>This guest has not written yet. Only a template can be sent.</source>
        <translation>Este huésped aún no ha escrito. Solo se puede enviar una plantilla.</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Guardar nota</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Enviar de todos modos</translation>
    </message>
    <message>
        <source>Send to guest</source>
        <translation>Enviar al huésped</translation>
    </message>
    <message>
        <source>Fill in %1 before sending.</source>
        <translation>Complete %1 antes de enviar.</translation>
    </message>
    <message>
        <source>Enter sends · Shift+Enter: new line</source>
        <translation>Intro envía · Mayús+Intro: nueva línea</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends</source>
        <translation>Ctrl+Intro envía</translation>
    </message>
    <message>
        <source>Somebody answered while you were writing. Your message was not sent.</source>
        <translation>Alguien respondió mientras usted escribía. Su mensaje no se envió.</translation>
    </message>
    <message>
        <source>%1 answered while you were writing: «%2». Your message was not sent.</source>
        <translation>%1 respondió mientras usted escribía: «%2». Su mensaje no se envió.</translation>
    </message>
    <message>
        <source>WhatsApp allows free messages for 24 hours after the guest&apos;s last one; later only templates.</source>
        <translation>WhatsApp permite mensajes libres durante 24 horas tras el último del huésped; después solo plantillas.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConsoleApp</name>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation>La sesión ha terminado. Inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>The server cannot be reached: %1</source>
        <translation>No se puede contactar con el servidor: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationDelegate</name>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>%1 is replying…</source>
        <translation>%1 está respondiendo…</translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Borrador:</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationHeader</name>
    <message>
        <source>Take over</source>
        <translation>Tomar el control</translation>
    </message>
    <message>
        <source>The bot stops; you answer (Ctrl+Shift+T)</source>
        <translation>El bot se detiene; responde usted (Ctrl+Mayús+T)</translation>
    </message>
    <message>
        <source>Hand back to bot</source>
        <translation>Devolver al bot</translation>
    </message>
    <message>
        <source>The bot answers again (Ctrl+Shift+B)</source>
        <translation>El bot vuelve a responder (Ctrl+Mayús+B)</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Asignar…</translation>
    </message>
    <message>
        <source>Assign… (Ctrl+Shift+A)</source>
        <translation>Asignar… (Ctrl+Mayús+A)</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Posponer…</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Resolve: nothing more to do</source>
        <translation>Resolver: no queda nada por hacer</translation>
    </message>
    <message>
        <source>Bot answers</source>
        <translation>Responde el bot</translation>
    </message>
    <message>
        <source>Bot paused · nobody</source>
        <translation>Bot en pausa · nadie</translation>
    </message>
    <message>
        <source>Bot paused, assigned to nobody</source>
        <translation>Bot en pausa, sin asignar</translation>
    </message>
    <message>
        <source>Bot paused · you</source>
        <translation>Bot en pausa · usted</translation>
    </message>
    <message>
        <source>Bot paused, assigned to you</source>
        <translation>Bot en pausa, asignada a usted</translation>
    </message>
    <message>
        <source>Bot paused · %1</source>
        <translation>Bot en pausa · %1</translation>
    </message>
    <message>
        <source>Bot paused, assigned to %1</source>
        <translation>Bot en pausa, asignada a %1</translation>
    </message>
    <message>
        <source>Wants no messages</source>
        <translation>No quiere mensajes</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Pospuesta hasta %1</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Pospuesta</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resuelta</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationListPane</name>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n novedad</numerusform>
            <numerusform>%n novedades</numerusform>
        </translation>
    </message>
    <message>
        <source>The order is kept while you work here; press to see the updates</source>
        <translation>El orden se mantiene mientras trabaja aquí; pulse para ver las novedades</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>Esperan a una persona</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Asignadas a mí</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Sin asignar</translation>
    </message>
    <message>
        <source>The bot is handling</source>
        <translation>Las atiende el bot</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Todas las conversaciones</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resueltas</translation>
    </message>
    <message>
        <source>Search names and messages</source>
        <translation>Buscar nombres y mensajes</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Sin permiso</translation>
    </message>
    <message>
        <source>Conversations are for the front desk. Your role does not see what guests write.</source>
        <translation>Las conversaciones son para la recepción. Su rol no ve lo que escriben los huéspedes.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>No conversation in this view has «%1».</source>
        <translation>Ninguna conversación de esta vista contiene «%1».</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Borrar búsqueda</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>El servidor no responde</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Loading conversations…</source>
        <translation>Cargando conversaciones…</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Aún no hay conversaciones</translation>
    </message>
    <message>
        <source>They appear here as soon as a guest writes.</source>
        <translation>Aparecen aquí en cuanto escribe un huésped.</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Nadie está esperando</translation>
    </message>
    <message numerus="yes">
        <source>The bot is handling %n conversation(s).</source>
        <translation>
            <numerusform>El bot atiende %n conversación.</numerusform>
            <numerusform>El bot atiende %n conversaciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlas</translation>
    </message>
    <message>
        <source>Nothing in this view</source>
        <translation>Nada en esta vista</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationView</name>
    <message>
        <source>No conversation selected</source>
        <translation>Ninguna conversación seleccionada</translation>
    </message>
    <message>
        <source>Choose one from the list, or press Ctrl+Shift+Down for the next that needs attention.</source>
        <translation>Elija una de la lista o pulse Ctrl+Mayús+Abajo para la siguiente que necesita atención.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Older messages could not be loaded: %1</source>
        <translation>No se pudieron cargar los mensajes anteriores: %1</translation>
    </message>
    <message>
        <source>The bot asked for a person: %1.</source>
        <translation>El bot pidió una persona: %1.</translation>
    </message>
    <message>
        <source>%1 is replying</source>
        <translation>%1 está respondiendo</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Sin permiso</translation>
    </message>
    <message>
        <source>Your role may not read this conversation.</source>
        <translation>Su rol no puede leer esta conversación.</translation>
    </message>
    <message>
        <source>The messages could not be loaded</source>
        <translation>No se pudieron cargar los mensajes</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Aún no hay mensajes</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Cargando mensajes…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>announcement: who wrote what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> (request %1)</source>
        <translation> (solicitud %1)</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation>No funcionó: %1</translation>
    </message>
    <message>
        <source>Handed back to the bot.</source>
        <translation>Devuelta al bot.</translation>
    </message>
    <message>
        <source>Assigned to nobody.</source>
        <translation>Sin asignar.</translation>
    </message>
    <message>
        <source>Assigned to %1.</source>
        <translation>Asignada a %1.</translation>
    </message>
    <message>
        <source>Assigned to you.</source>
        <translation>Asignada a usted.</translation>
    </message>
    <message>
        <source>Snoozed until %1.</source>
        <translation>Pospuesta hasta %1.</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>Resuelta.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::DeviceOutput</name>
    <message>
        <source>There is no sound device on this computer.</source>
        <translation>Este equipo no tiene dispositivo de sonido.</translation>
    </message>
    <message>
        <source>The sound device of this computer cannot play this.</source>
        <translation>El dispositivo de sonido de este equipo no puede reproducirlo.</translation>
    </message>
    <message>
        <source>The sound device of this computer does not answer.</source>
        <translation>El dispositivo de sonido de este equipo no responde.</translation>
    </message>
    <message>
        <source>The sound device stopped.</source>
        <translation>El dispositivo de sonido se detuvo.</translation>
    </message>
    <message>
        <source>The sound device takes no sound.</source>
        <translation>El dispositivo de sonido no acepta sonido.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::DialogBase</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::DraftPanel</name>
    <message>
        <source>The bot is about to say</source>
        <translation>El bot está a punto de decir</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>What the bot understood, and its facts</source>
        <translation>Lo que entendió el bot y sus datos</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Take the text into the composer and answer yourself</source>
        <translation>Llevar el texto a la redacción y responder usted</translation>
    </message>
    <message>
        <source>Don't send</source>
        <translation>No enviar</translation>
    </message>
    <message>
        <source>Draft of the bot</source>
        <translation>Borrador del bot</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>No enviar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::Format</name>
    <message>
        <source>now</source>
        <comment>age of less than a minute</comment>
        <translation>ahora</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>hace %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>hace %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>hace %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>hace %1 d</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a stay: first day, last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibido</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en cola</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>accepted by WhatsApp</source>
        <translation>aceptado por WhatsApp</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leído</translation>
    </message>
    <message>
        <source>played</source>
        <translation>escuchado</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>no entregado</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>unknown whether it arrived</source>
        <translation>no se sabe si llegó</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>In house</source>
        <translation>En el hotel</translation>
    </message>
    <message>
        <source>Checked out</source>
        <translation>Ya salió</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugués</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Aún no se sabe</translation>
    </message>
    <message>
        <source>the guest asked for a person</source>
        <translation>el huésped pidió una persona</translation>
    </message>
    <message>
        <source>it may be an emergency</source>
        <translation>puede ser una emergencia</translation>
    </message>
    <message>
        <source>the bot did not understand</source>
        <translation>el bot no entendió</translation>
    </message>
    <message>
        <source>the guest complains</source>
        <translation>el huésped se queja</translation>
    </message>
    <message>
        <source>the hotel system does not answer</source>
        <translation>el sistema del hotel no responde</translation>
    </message>
    <message>
        <source>the outcome of a booking is not known</source>
        <translation>no se conoce el resultado de una reserva</translation>
    </message>
    <message>
        <source>the bot is not sure</source>
        <translation>el bot no está seguro</translation>
    </message>
    <message>
        <source>the guest asked for silence</source>
        <translation>el huésped pidió silencio</translation>
    </message>
    <message>
        <source>the guest sent something only a person can judge</source>
        <translation>el huésped envió algo que solo una persona puede valorar</translation>
    </message>
    <message>
        <source>a booking must be changed</source>
        <translation>hay que cambiar una reserva</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>quedan %1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>quedan %1 min</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>quedan %1 s</translation>
    </message>
    <message>
        <source>Guest without a name</source>
        <translation>Huésped sin nombre</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time of day</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::GuestDock</name>
    <message>
        <source>Guest</source>
        <translation>Huésped</translation>
    </message>
    <message>
        <source>The guest of the open conversation appears here, with the stay as the hotel system holds it.</source>
        <translation>Aquí aparece el huésped de la conversación abierta, con la estancia tal como la tiene el sistema del hotel.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Estancia</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Add a label…</source>
        <translation>Añadir una etiqueta…</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Añadir una etiqueta</translation>
    </message>
    <message>
        <source>Speaks %1</source>
        <translation>Habla %1</translation>
    </message>
    <message>
        <source>Remove the label %1</source>
        <translation>Quitar la etiqueta %1</translation>
    </message>
    <message>
        <source>Asking the hotel system…</source>
        <translation>Consultando el sistema del hotel…</translation>
    </message>
    <message>
        <source>No booking with this number.</source>
        <translation>No hay reserva con este número.</translation>
    </message>
    <message>
        <source>The hotel system could not be asked: %1</source>
        <translation>No se pudo consultar el sistema del hotel: %1</translation>
    </message>
    <message>
        <source>The hotel system could not be asked: %1 (request %2)</source>
        <translation>No se pudo consultar el sistema del hotel: %1 (solicitud %2)</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>author and time of a note</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The labels were not changed: %1</source>
        <translation>Las etiquetas no se cambiaron: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::HandBackDialog</name>
    <message>
        <source>Hand back to the bot</source>
        <translation>Devolver al bot</translation>
    </message>
    <message>
        <source>The bot answers the guest again. You may leave it a note; the guest does not see it.</source>
        <translation>El bot vuelve a responder al huésped. Puede dejarle una nota; el huésped no la ve.</translation>
    </message>
    <message>
        <source>Note to the bot (optional)</source>
        <translation>Nota para el bot (opcional)</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Devolver</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::HealthView</name>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>Hotel system (PMS)</source>
        <translation>Sistema del hotel (PMS)</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Leído %1</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Asking the daemon…</source>
        <translation>Consultando el servicio…</translation>
    </message>
    <message>
        <source>The daemon does not answer</source>
        <translation>El servicio no responde</translation>
    </message>
    <message>
        <source>The daemon does not answer now; the values are old. %1</source>
        <translation>El servicio no responde ahora; los valores son antiguos. %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>No está listo</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>adapter %1</source>
        <translation>adaptador %1</translation>
    </message>
    <message>
        <source>calls are paused after failures</source>
        <translation>llamadas en pausa tras fallos</translation>
    </message>
    <message>
        <source>trying again after failures</source>
        <translation>reintentando tras fallos</translation>
    </message>
    <message>
        <source>synchronised %1</source>
        <translation>sincronizado %1</translation>
    </message>
    <message>
        <source>%1 s behind</source>
        <translation>%1 s de retraso</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Aún no se sabe</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Degradado</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Falla</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::InboxView</name>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n conversation(s)</source>
        <comment>a saved view and its count</comment>
        <translation>
            <numerusform>%1, %n conversación</numerusform>
            <numerusform>%1, %n conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Sin asignar</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerradas</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Atajos de teclado…</translation>
    </message>
    <message>
        <source>About Hotel Console…</source>
        <translation>Acerca de Hotel Console…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Guest simulator</source>
        <translation>Simulador de huésped</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tomar el control</translation>
    </message>
    <message>
        <source>Hand back to bot…</source>
        <translation>Devolver al bot…</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Asignar…</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Posponer…</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Switch between reply and note</source>
        <translation>Cambiar entre respuesta y nota</translation>
    </message>
    <message>
        <source>Send a template…</source>
        <translation>Enviar una plantilla…</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Escribir una respuesta</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Asignarme</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>Marcar como no leída</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Comandos…</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Search in this view</source>
        <translation>Buscar en esta vista</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Conversación siguiente</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversación anterior</translation>
    </message>
    <message>
        <source>Next that needs attention</source>
        <translation>Siguiente que necesita atención</translation>
    </message>
    <message>
        <source>Last conversation</source>
        <translation>Última conversación</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>Read again from the server</source>
        <translation>Leer de nuevo del servidor</translation>
    </message>
    <message>
        <source>Hotel Console</source>
        <translation>Hotel Console</translation>
    </message>
    <message>
        <source>Hotel Console — %1</source>
        <translation>Hotel Console — %1</translation>
    </message>
    <message>
        <source>Inbox (Ctrl+1)</source>
        <translation>Bandeja (Ctrl+1)</translation>
    </message>
    <message>
        <source>Alerts (Ctrl+4)</source>
        <translation>Alertas (Ctrl+4)</translation>
    </message>
    <message>
        <source>Health (Ctrl+5)</source>
        <translation>Estado (Ctrl+5)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>user name, roles</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCCIÓN</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>PRUEBAS</translation>
    </message>
    <message>
        <source>Sandbox: nothing leaves this machine</source>
        <translation>Modo de pruebas: nada sale de esta máquina</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>a las %1</translation>
    </message>
    <message numerus="yes">
        <source>Inbox, %n waiting</source>
        <translation>
            <numerusform>Bandeja, %n en espera</numerusform>
            <numerusform>Bandeja, %n en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Alerts, %n open</source>
        <translation>
            <numerusform>Alertas, %n abierta</numerusform>
            <numerusform>Alertas, %n abiertas</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Requests (Ctrl+6)</source>
        <translation>Solicitudes (Ctrl+6)</translation>
    </message>
    <message>
        <source>Knowledge (Ctrl+7)</source>
        <translation>Información (Ctrl+7)</translation>
    </message>
    <message numerus="yes">
        <source>Requests, %n open</source>
        <translation>
            <numerusform>Solicitudes, %n abierta</numerusform>
            <numerusform>Solicitudes, %n abiertas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::MessageDelegate</name>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Mensaje de voz</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Note by %1 · only staff sees this</source>
        <translation>Nota de %1 · solo la ve el personal</translation>
    </message>
    <message>
        <source>%1 · read</source>
        <translation>%1 · leído</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Enviar de todos modos</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Mensajes nuevos</translation>
    </message>
    <message>
        <source>Transcript · heard by a machine</source>
        <translation>Transcripción · automática</translation>
    </message>
    <message>
        <source>The transcript is being made…</source>
        <translation>Se está transcribiendo…</translation>
    </message>
    <message>
        <source>There is no transcript</source>
        <translation>No hay transcripción</translation>
    </message>
    <message>
        <source>the file is not here yet</source>
        <translation>el archivo aún no ha llegado</translation>
    </message>
    <message>
        <source>the file could not be had</source>
        <translation>no se pudo obtener el archivo</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n mensaje nuevo</numerusform>
            <numerusform>%n mensajes nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to newest</source>
        <translation>Ir al más reciente</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Why did the bot say this?</source>
        <translation>¿Por qué dijo esto el bot?</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Discard this message</source>
        <translation>Descartar este mensaje</translation>
    </message>
    <message>
        <source>Pause voice message</source>
        <translation>Pausar el mensaje de voz</translation>
    </message>
    <message>
        <source>Play voice message</source>
        <translation>Reproducir el mensaje de voz</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter makes a new line</source>
        <translation>Intro envía, Mayús+Intro hace una línea nueva</translation>
    </message>
    <message>
        <source>Key of the server: %1</source>
        <translation>Clave del servidor: %1</translation>
    </message>
    <message>
        <source>No key of the server is remembered.</source>
        <translation>No se recuerda ninguna clave del servidor.</translation>
    </message>
    <message>
        <source>Forget the key of the server</source>
        <translation>Olvidar la clave del servidor</translation>
    </message>
    <message>
        <source>The next sign-in asks again whether the server is trusted</source>
        <translation>El próximo inicio de sesión vuelve a preguntar si se confía en el servidor</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Teclas nuevas</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Cambiar teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Mantener la sesión en este equipo</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message>
        <source>The words are the same: trust this server</source>
        <translation>Las palabras coinciden: confiar en este servidor</translation>
    </message>
    <message>
        <source>Write the address as https://host:port.</source>
        <translation>Escriba la dirección como https://servidor:puerto.</translation>
    </message>
    <message>
        <source>User and password are needed.</source>
        <translation>Hacen falta usuario y contraseña.</translation>
    </message>
    <message>
        <source>Without https the password could be read on the way. Plain http is only accepted for this computer itself.</source>
        <translation>Sin https la contraseña podría leerse por el camino. http sin cifrar solo se acepta para este mismo equipo.</translation>
    </message>
    <message>
        <source>User or password is wrong.</source>
        <translation>El usuario o la contraseña no es correcto.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Demasiados intentos. Inténtelo de nuevo en %n segundo.</numerusform>
            <numerusform>Demasiados intentos. Inténtelo de nuevo en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many attempts. Try again later.</source>
        <translation>Demasiados intentos. Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>The server cannot be reached: %1</source>
        <translation>No se puede contactar con el servidor: %1</translation>
    </message>
    <message>
        <source>%1 (request %2)</source>
        <comment>error text, request id</comment>
        <translation>%1 (solicitud %2)</translation>
    </message>
    <message>
        <source>This computer has not talked to %1 before. Compare these words with the ones your administrator reads from the server:</source>
        <translation>Este equipo no ha hablado antes con %1. Compare estas palabras con las que su administrador lee en el servidor:</translation>
    </message>
    <message>
        <source>Stopped: the server shows another key than before. Somebody may be listening in between. Nothing was sent. Ask your administrator; only when the change is known may the old key be forgotten in the settings.</source>
        <translation>Detenido: el servidor muestra otra clave que antes. Alguien podría estar escuchando en medio. No se ha enviado nada. Pregunte a su administrador; solo si el cambio es conocido puede olvidarse la clave anterior en los ajustes.</translation>
    </message>
    <message>
        <source>Known: %1</source>
        <translation>Conocida: %1</translation>
    </message>
    <message>
        <source>Shown now: %1</source>
        <translation>Mostrada ahora: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SimulatorWindow</name>
    <message>
        <source>Guest simulator</source>
        <translation>Simulador de huésped</translation>
    </message>
    <message>
        <source>Sandbox: what you write here arrives as a guest's WhatsApp message.</source>
        <translation>Pruebas: lo que escriba aquí llega como un mensaje de WhatsApp de un huésped.</translation>
    </message>
    <message>
        <source>Telephone number of the guest</source>
        <translation>Número de teléfono del huésped</translation>
    </message>
    <message>
        <source>Name of the guest</source>
        <translation>Nombre del huésped</translation>
    </message>
    <message>
        <source>Hotel</source>
        <translation>Hotel</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Message of the guest</source>
        <translation>Mensaje del huésped</translation>
    </message>
    <message>
        <source>Conversation on the guest's telephone</source>
        <translation>Conversación en el teléfono del huésped</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>as the guest</comment>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Usted: %1</translation>
    </message>
    <message>
        <source>Hotel: %1</source>
        <translation>Hotel: %1</translation>
    </message>
    <message>
        <source>A telephone number with country code is needed.</source>
        <translation>Hace falta un número de teléfono con prefijo de país.</translation>
    </message>
    <message>
        <source>This daemon is not in the sandbox: nobody can write as a guest.</source>
        <translation>Este servicio no está en modo de pruebas: nadie puede escribir como huésped.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviado: %1</translation>
    </message>
    <message>
        <source>Sandbox: what you write here arrives as a guest&apos;s WhatsApp message.</source>
        <translation>Pruebas: lo que escriba aquí llega como un mensaje de WhatsApp de un huésped.</translation>
    </message>
    <message>
        <source>Conversation on the guest&apos;s telephone</source>
        <translation>Conversación en el teléfono del huésped</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SnoozeDialog</name>
    <message>
        <source>Snooze conversation</source>
        <translation>Posponer conversación</translation>
    </message>
    <message>
        <source>It comes back at this time, or at once when the guest writes.</source>
        <translation>Vuelve a esa hora, o enseguida si escribe el huésped.</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hasta cuándo</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>snooze: «In one hour», the time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>In one hour</source>
        <translation>En una hora</translation>
    </message>
    <message>
        <source>In four hours</source>
        <translation>En cuatro horas</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Mañana por la mañana</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>En una semana</translation>
    </message>
    <message>
        <source>Exact time</source>
        <translation>Hora exacta</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::StateView</name>
    <message>
        <source>Request %1</source>
        <translation>Solicitud %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::TemplateDialog</name>
    <message>
        <source>Send a template</source>
        <translation>Enviar una plantilla</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Send template</source>
        <translation>Enviar plantilla</translation>
    </message>
    <message>
        <source>Loading templates…</source>
        <translation>Cargando plantillas…</translation>
    </message>
    <message>
        <source>The templates could not be loaded</source>
        <translation>No se pudieron cargar las plantillas</translation>
    </message>
    <message>
        <source>No approved template</source>
        <translation>No hay plantillas aprobadas</translation>
    </message>
    <message>
        <source>Templates are approved by WhatsApp and come from its business account.</source>
        <translation>WhatsApp aprueba las plantillas, que vienen de su cuenta de empresa.</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Valor de %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::VoicePlayer</name>
    <message numerus="yes">
        <source>This voice message is longer than %n minute(s) and is not played here.</source>
        <translation>
            <numerusform>Este mensaje de voz dura más de %n minuto y no se reproduce aquí.</numerusform>
            <numerusform>Este mensaje de voz dura más de %n minutos y no se reproduce aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file cannot be played.</source>
        <translation>Este archivo no se puede reproducir.</translation>
    </message>
    <message>
        <source>The file could not be loaded: %1</source>
        <translation>No se pudo cargar el archivo: %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>position and length of a sound</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::WhyDialog</name>
    <message>
        <source>Why the bot said this</source>
        <translation>Por qué dijo esto el bot</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::WhyPanel</name>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>hotel system</source>
        <translation>sistema del hotel</translation>
    </message>
    <message>
        <source>knowledge base</source>
        <translation>base de conocimientos</translation>
    </message>
    <message>
        <source>the guest's words</source>
        <translation>palabras del huésped</translation>
    </message>
    <message>
        <source>facts of the house</source>
        <translation>datos de la casa</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>source of a fact, its age</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>none were recorded</source>
        <translation>no se registró ninguno</translation>
    </message>
    <message>
        <source>the guest&apos;s words</source>
        <translation>palabras del huésped</translation>
    </message>
    <message>
        <source>simulated hotel</source>
        <translation>hotel simulado</translation>
    </message>
    <message>
        <source>knowledge base, version %1</source>
        <translation>base de información, versión %1</translation>
    </message>
    <message>
        <source>our own wording</source>
        <translation>nuestra propia redacción</translation>
    </message>
    <message>
        <source>%1, free rooms</source>
        <translation>%1, habitaciones libres</translation>
    </message>
    <message>
        <source>%1, price per night</source>
        <translation>%1, precio por noche</translation>
    </message>
    <message>
        <source>%1, total</source>
        <translation>%1, total</translation>
    </message>
    <message>
        <source>booking %1</source>
        <translation>reserva %1</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>estadía</translation>
    </message>
    <message>
        <source>days</source>
        <translation>fechas</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personas</translation>
    </message>
    <message>
        <source>rooms</source>
        <translation>habitaciones</translation>
    </message>
    <message>
        <source>free rooms</source>
        <translation>habitaciones libres</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>booking code</source>
        <translation>código de reserva</translation>
    </message>
    <message>
        <source>room number</source>
        <translation>número de habitación</translation>
    </message>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>phrase</source>
        <translation>frase</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>No se dijo</translation>
    </message>
    <message>
        <source>Understood by</source>
        <translation>Entendido por</translation>
    </message>
    <message>
        <source>the language model</source>
        <translation>el modelo de lenguaje</translation>
    </message>
    <message>
        <source>Worded by</source>
        <translation>Redactado por</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Escuchado</translation>
    </message>
    <message>
        <source>a transcript of a voice note</source>
        <translation>transcripción de una nota de voz</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::DeskTexts</name>
    <message>
        <source>the guest asked for a person</source>
        <translation>el huésped pidió una persona</translation>
    </message>
    <message>
        <source>it may be an emergency</source>
        <translation>puede ser una emergencia</translation>
    </message>
    <message>
        <source>the bot did not understand</source>
        <translation>el bot no entendió</translation>
    </message>
    <message>
        <source>the guest complains</source>
        <translation>el huésped se queja</translation>
    </message>
    <message>
        <source>the hotel system does not answer</source>
        <translation>el sistema del hotel no responde</translation>
    </message>
    <message>
        <source>the outcome of a booking is not known</source>
        <translation>no se conoce el resultado de una reserva</translation>
    </message>
    <message>
        <source>the hotel system refused a booking</source>
        <translation>el sistema del hotel rechazó una reserva</translation>
    </message>
    <message>
        <source>a booking could not be cancelled</source>
        <translation>no se pudo cancelar una reserva</translation>
    </message>
    <message>
        <source>a booking could not be changed</source>
        <translation>no se pudo cambiar una reserva</translation>
    </message>
    <message>
        <source>a booking is to be cancelled by a person</source>
        <translation>una persona debe cancelar una reserva</translation>
    </message>
    <message>
        <source>a booking must be changed</source>
        <translation>hay que cambiar una reserva</translation>
    </message>
    <message>
        <source>it is not sure whether the booking is this guest&apos;s</source>
        <translation>no es seguro que la reserva sea de este huésped</translation>
    </message>
    <message>
        <source>a group wants to book</source>
        <translation>un grupo quiere reservar</translation>
    </message>
    <message>
        <source>the bot is not sure</source>
        <translation>el bot no está seguro</translation>
    </message>
    <message>
        <source>the guest asked for silence</source>
        <translation>el huésped pidió silencio</translation>
    </message>
    <message>
        <source>the guest sent something only a person can judge</source>
        <translation>el huésped envió algo que solo una persona puede valorar</translation>
    </message>
    <message>
        <source>the guest needs a service</source>
        <translation>el huésped necesita un servicio</translation>
    </message>
    <message>
        <source>the guest wants an invoice</source>
        <translation>el huésped quiere una factura</translation>
    </message>
    <message>
        <source>the guest wants a transfer</source>
        <translation>el huésped quiere un traslado</translation>
    </message>
    <message>
        <source>the guest asked something that the bot has no answer to</source>
        <translation>el huésped preguntó algo que el bot no sabe responder</translation>
    </message>
    <message>
        <source>the bot failed several times</source>
        <translation>el bot falló varias veces</translation>
    </message>
    <message>
        <source>the 24 hour window is closed</source>
        <translation>la ventana de 24 horas está cerrada</translation>
    </message>
    <message>
        <source>the bot&apos;s answer became too old before it could be sent</source>
        <translation>la respuesta del bot envejeció antes de poder enviarse</translation>
    </message>
    <message>
        <source>WhatsApp refused a message</source>
        <translation>WhatsApp rechazó un mensaje</translation>
    </message>
    <message>
        <source>a message could not be delivered</source>
        <translation>no se pudo entregar un mensaje</translation>
    </message>
    <message>
        <source>nobody knows whether a message reached the guest</source>
        <translation>no se sabe si un mensaje llegó al huésped</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Factura</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Traslado</translation>
    </message>
    <message>
        <source>Question without an answer</source>
        <translation>Pregunta sin respuesta</translation>
    </message>
    <message>
        <source>A guest reports an emergency</source>
        <translation>Un huésped avisa de una emergencia</translation>
    </message>
    <message>
        <source>A guest needs a service</source>
        <translation>Un huésped necesita un servicio</translation>
    </message>
    <message>
        <source>A guest wants an invoice</source>
        <translation>Un huésped quiere una factura</translation>
    </message>
    <message>
        <source>A guest wants a transfer</source>
        <translation>Un huésped quiere un traslado</translation>
    </message>
    <message>
        <source>A guest asked something that the bot has no answer to</source>
        <translation>Un huésped preguntó algo que el bot no sabe responder</translation>
    </message>
    <message>
        <source>The bot failed several times; a person must answer</source>
        <translation>El bot falló varias veces; debe responder una persona</translation>
    </message>
    <message>
        <source>A guest&apos;s number changed: check who writes before telling anything about a booking</source>
        <translation>Cambió el número de un huésped: compruebe quién escribe antes de hablar de una reserva</translation>
    </message>
    <message>
        <source>Something from WhatsApp could not be processed and was kept</source>
        <translation>Algo que llegó de WhatsApp no se pudo procesar y se guardó</translation>
    </message>
    <message>
        <source>Nobody knows whether a message reached its guest</source>
        <translation>No se sabe si un mensaje llegó a su huésped</translation>
    </message>
    <message>
        <source>WhatsApp could not deliver a message</source>
        <translation>WhatsApp no pudo entregar un mensaje</translation>
    </message>
    <message>
        <source>WhatsApp refuses the access token: nothing is sent until it is replaced</source>
        <translation>WhatsApp rechaza el token de acceso: no se envía nada hasta reemplazarlo</translation>
    </message>
    <message>
        <source>WhatsApp does not answer for our number, or refuses it</source>
        <translation>WhatsApp no responde por nuestro número o lo rechaza</translation>
    </message>
    <message>
        <source>The hotel system does not answer: the bot cannot tell prices or book</source>
        <translation>El sistema del hotel no responde: el bot no puede dar precios ni reservar</translation>
    </message>
    <message>
        <source>Check-in time</source>
        <translation>Hora de entrada</translation>
    </message>
    <message>
        <source>Check-out time</source>
        <translation>Hora de salida</translation>
    </message>
    <message>
        <source>Early check-in</source>
        <translation>Entrada anticipada</translation>
    </message>
    <message>
        <source>Late check-out</source>
        <translation>Salida tardía</translation>
    </message>
    <message>
        <source>Breakfast</source>
        <translation>Desayuno</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Piscina</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wifi</translation>
    </message>
    <message>
        <source>Parking</source>
        <translation>Estacionamiento</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>Mascotas</translation>
    </message>
    <message>
        <source>Gym</source>
        <translation>Gimnasio</translation>
    </message>
    <message>
        <source>Restaurant and bar</source>
        <translation>Restaurante y bar</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Cancelación</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Smoking</source>
        <translation>Fumar</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Niños</translation>
    </message>
    <message>
        <source>Luggage</source>
        <translation>Equipaje</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>House rules</source>
        <translation>Normas de la casa</translation>
    </message>
    <message>
        <source>Spa</source>
        <translation>Spa</translation>
    </message>
    <message>
        <source>Laundry</source>
        <translation>Lavandería</translation>
    </message>
    <message>
        <source>Room service</source>
        <translation>Servicio a la habitación</translation>
    </message>
    <message>
        <source>Air conditioning</source>
        <translation>Aire acondicionado</translation>
    </message>
    <message>
        <source>Heating</source>
        <translation>Calefacción</translation>
    </message>
    <message>
        <source>Minibar</source>
        <translation>Minibar</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Cocina</translation>
    </message>
    <message>
        <source>Balcony</source>
        <translation>Balcón</translation>
    </message>
    <message>
        <source>Sea view</source>
        <translation>Vista al mar</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Ascensor</translation>
    </message>
    <message>
        <source>Charging of electric cars</source>
        <translation>Carga de coches eléctricos</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Juegos infantiles</translation>
    </message>
    <message>
        <source>Meeting rooms</source>
        <translation>Salas de reuniones</translation>
    </message>
    <message>
        <source>Television</source>
        <translation>Televisión</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Caja fuerte</translation>
    </message>
    <message>
        <source>The bot asks for a person: %1</source>
        <translation>El bot pide una persona: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::KnowledgeModel</name>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugués</translation>
    </message>
    <message>
        <source>%1, %2: no text</source>
        <comment>topic, language</comment>
        <translation>%1, %2: sin texto</translation>
    </message>
    <message>
        <source>%1, %2, sample text to replace: %3</source>
        <comment>topic, language, text</comment>
        <translation>%1, %2, texto de ejemplo por reemplazar: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>topic, language, text</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::TicketModel</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>kind of a request, guest, words</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, done by %2</source>
        <translation>%1, resuelta por %2</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::Workspace</name>
    <message>
        <source>Guest</source>
        <translation>Huésped</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ClaimsTable</name>
    <message>
        <source>What was said</source>
        <translation>Qué se dijo</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>De dónde sale</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>no source was recorded</source>
        <translation>no se registró ninguna fuente</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>source of a fact, name of the fact</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>time, age</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeConflictDialog</name>
    <message>
        <source>Somebody changed this text meanwhile</source>
        <translation>Alguien cambió este texto mientras tanto</translation>
    </message>
    <message>
        <source>Removed by somebody</source>
        <translation>Alguien lo eliminó</translation>
    </message>
    <message>
        <source>Saved by %1</source>
        <translation>Guardado por %1</translation>
    </message>
    <message>
        <source>Saved by %1, %2</source>
        <translation>Guardado por %1, %2</translation>
    </message>
    <message>
        <source>Your text, not saved</source>
        <translation>Su texto, sin guardar</translation>
    </message>
    <message>
        <source>Use the saved text</source>
        <translation>Usar el texto guardado</translation>
    </message>
    <message>
        <source>Leave it removed</source>
        <translation>Dejarlo eliminado</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Guardar el mío encima</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Seguir editando</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeDelegate</name>
    <message>
        <source>not saved</source>
        <translation>sin guardar</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>text in a language</comment>
        <translation>falta</translation>
    </message>
    <message>
        <source>sample, replace it</source>
        <translation>ejemplo, reemplácelo</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeEditor</name>
    <message>
        <source>Text of the topic</source>
        <translation>Texto del tema</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historial…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar cambios</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Abrir conversación</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>sin guardar</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>ejemplo</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>language, state of its text</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · a new topic</source>
        <comment>key of the knowledge base</comment>
        <translation>%1 · un tema nuevo</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>topic, language</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What the bot says about it in %1</source>
        <translation>Lo que el bot dice sobre esto en %1</translation>
    </message>
    <message>
        <source>%1 asked: «%2» Saving this text closes the request.</source>
        <translation>%1 preguntó: «%2» Al guardar este texto, la solicitud queda resuelta.</translation>
    </message>
    <message>
        <source>A guest</source>
        <translation>Un huésped</translation>
    </message>
    <message>
        <source>Sample text that came with the program. Replace it with what is true for this house: the bot says it to guests as it stands.</source>
        <translation>Texto de ejemplo que vino con el programa. Reemplácelo por lo que vale en esta casa: el bot se lo dice a los huéspedes tal cual.</translation>
    </message>
    <message>
        <source>No text in this language yet: the bot leaves such a question to you.</source>
        <translation>Aún no hay texto en este idioma: el bot les deja esa pregunta a ustedes.</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>vino con el programa</translation>
    </message>
    <message>
        <source>Version %1 · %2 · %3</source>
        <comment>number, author, age</comment>
        <translation>Versión %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <comment>number, author</comment>
        <translation>Versión %1 · %2</translation>
    </message>
    <message>
        <source>The text was not saved: %1</source>
        <translation>El texto no se guardó: %1</translation>
    </message>
    <message>
        <source>Saved. The bot says it from now on.</source>
        <translation>Guardado. El bot lo dice desde ahora.</translation>
    </message>
    <message>
        <source>Saved, and the request is done. The bot says it from now on.</source>
        <translation>Guardado, y la solicitud está resuelta. El bot lo dice desde ahora.</translation>
    </message>
    <message>
        <source>The text was not removed: %1</source>
        <translation>El texto no se eliminó: %1</translation>
    </message>
    <message>
        <source>Removed. The bot does not say it any more.</source>
        <translation>Eliminado. El bot ya no lo dice.</translation>
    </message>
    <message>
        <source>Changes discarded.</source>
        <translation>Cambios descartados.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeHistoryDialog</name>
    <message>
        <source>Versions of «%1», %2</source>
        <translation>Versiones de «%1», %2</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Text of this version</source>
        <translation>Texto de esta versión</translation>
    </message>
    <message>
        <source>Put into the editor</source>
        <translation>Llevar al editor</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Loading versions…</source>
        <translation>Cargando versiones…</translation>
    </message>
    <message>
        <source>The versions could not be loaded</source>
        <translation>No se pudieron cargar las versiones</translation>
    </message>
    <message>
        <source>There has been no text in this language yet</source>
        <translation>Nunca hubo un texto en este idioma</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>vino con el programa</translation>
    </message>
    <message>
        <source>%1. removed by %2</source>
        <translation>%1. eliminado por %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number of a version, author</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeView</name>
    <message>
        <source>Knowledge</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Topics and their texts</source>
        <translation>Temas y sus textos</translation>
    </message>
    <message>
        <source>Search topics and texts</source>
        <translation>Buscar en temas y textos</translation>
    </message>
    <message>
        <source>Only what needs a text</source>
        <translation>Solo lo que necesita un texto</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>Tema nuevo…</translation>
    </message>
    <message numerus="yes">
        <source>%n sample text(s) to replace</source>
        <translation>
            <numerusform>%n texto de ejemplo por reemplazar</numerusform>
            <numerusform>%n textos de ejemplo por reemplazar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) missing</source>
        <translation>
            <numerusform>falta %n texto</numerusform>
            <numerusform>faltan %n textos</numerusform>
        </translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Sin permiso</translation>
    </message>
    <message>
        <source>Your role may not change what the bot says.</source>
        <translation>Su rol no permite cambiar lo que dice el bot.</translation>
    </message>
    <message>
        <source>The knowledge base could not be loaded</source>
        <translation>No se pudo cargar la información</translation>
    </message>
    <message>
        <source>Loading the knowledge base…</source>
        <translation>Cargando la información…</translation>
    </message>
    <message>
        <source>No topic matches</source>
        <translation>Ningún tema coincide</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>The knowledge base is empty</source>
        <translation>Aún no hay información</translation>
    </message>
    <message>
        <source>What guests ask and the bot shall answer by itself is written here, in each language.</source>
        <translation>Aquí se escribe, en cada idioma, lo que los huéspedes preguntan y el bot debe responder solo.</translation>
    </message>
    <message>
        <source>Read %1; changes by others appear at once.</source>
        <translation>Leído %1; los cambios de otros aparecen al instante.</translation>
    </message>
    <message>
        <source>Offline: this was read %1 (%2). Nothing can be saved now; what you write is kept.</source>
        <translation>Sin conexión: esto se leyó %1 (%2). Ahora no se puede guardar; lo que escriba se conserva.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::NewTopicDialog</name>
    <message>
        <source>New topic</source>
        <translation>Tema nuevo</translation>
    </message>
    <message>
        <source>Name of the topic</source>
        <translation>Nombre del tema</translation>
    </message>
    <message>
        <source>for example: laundry</source>
        <translation>por ejemplo: lavandería</translation>
    </message>
    <message>
        <source>Write its text</source>
        <translation>Escribir su texto</translation>
    </message>
    <message>
        <source>The bot finds the text by this name. Letters, digits and spaces.</source>
        <translation>El bot encuentra el texto por este nombre. Letras, cifras y espacios.</translation>
    </message>
    <message>
        <source>There is «%1» already: its texts will be shown.</source>
        <translation>«%1» ya existe: se mostrarán sus textos.</translation>
    </message>
    <message>
        <source>It will be kept as «%1».</source>
        <translation>Se guardará como «%1».</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::TicketsView</name>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Open (%1)</source>
        <translation>Abiertas (%1)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Resueltas</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Abrir conversación</translation>
    </message>
    <message>
        <source>Add to knowledge…</source>
        <translation>Añadir a la información…</translation>
    </message>
    <message numerus="yes">
        <source>asked %n times</source>
        <translation>
            <numerusform>pedida %n vez</numerusform>
            <numerusform>pedida %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic: %1</source>
        <translation>Tema: %1</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Idioma: %1</translation>
    </message>
    <message>
        <source>Since %1 (%2)</source>
        <translation>Desde %1 (%2)</translation>
    </message>
    <message>
        <source>Asked again %1</source>
        <translation>Pedida de nuevo %1</translation>
    </message>
    <message>
        <source>Done by %1, %2</source>
        <translation>Resuelta por %1, %2</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Sin permiso</translation>
    </message>
    <message>
        <source>Your role may not read what guests ask for.</source>
        <translation>Su rol no permite leer lo que piden los huéspedes.</translation>
    </message>
    <message>
        <source>This server keeps no requests</source>
        <translation>Este servidor no guarda solicitudes</translation>
    </message>
    <message>
        <source>It is of an older release; its notes and alerts tell of them.</source>
        <translation>Es de una versión anterior; sus notas y alertas las muestran.</translation>
    </message>
    <message>
        <source>The requests could not be loaded</source>
        <translation>No se pudieron cargar las solicitudes</translation>
    </message>
    <message>
        <source>Loading requests…</source>
        <translation>Cargando solicitudes…</translation>
    </message>
    <message>
        <source>No open requests</source>
        <translation>No hay solicitudes abiertas</translation>
    </message>
    <message>
        <source>What the bot leaves to people appears here: services, invoices, transfers, and questions that have no entry in the knowledge base.</source>
        <translation>Aquí aparece lo que el bot deja a las personas: servicios, facturas, traslados y preguntas sobre las que no hay información.</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>Todavía no se resolvió nada</translation>
    </message>
    <message>
        <source>The request is done.</source>
        <translation>La solicitud está resuelta.</translation>
    </message>
    <message>
        <source>The request was not changed: %1</source>
        <translation>La solicitud no cambió: %1</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Marcar como resuelta</translation>
    </message>
</context>
</TS>
