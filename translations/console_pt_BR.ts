<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>hotel::guicore::ApiClient</name>
    <message>
        <source>%1 is not encrypted. Use https, or allow it explicitly.</source>
        <translation>%1 não está criptografado. Use https ou permita-o expressamente.</translation>
    </message>
    <message>
        <source>The key of %1 has not been confirmed yet.</source>
        <translation>A chave de %1 ainda não foi confirmada.</translation>
    </message>
    <message>
        <source>The key of %1 is not the one that was confirmed. Nothing was sent.</source>
        <translation>A chave de %1 não é a que foi confirmada. Nada foi enviado.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 não respondeu a tempo.</translation>
    </message>
    <message>
        <source>The answer is too large.</source>
        <translation>A resposta é grande demais.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>Não é possível contatar %1: %2</translation>
    </message>
    <message>
        <source>The server answered in a form this version does not know.</source>
        <translation>O servidor respondeu de uma forma que esta versão não conhece.</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::ApiError</name>
    <message>
        <source>You are not signed in.</source>
        <translation>Você não entrou.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Sua função não permite isso.</translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation>Isso não existe mais.</translation>
    </message>
    <message>
        <source>Too many requests. Try again in a moment.</source>
        <translation>Muitas solicitações. Tente de novo em instantes.</translation>
    </message>
    <message>
        <source>The server cannot answer just now.</source>
        <translation>O servidor não pode responder agora.</translation>
    </message>
    <message>
        <source>The server answered with status %1.</source>
        <translation>O servidor respondeu com o status %1.</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::ConnectionState</name>
    <message>
        <source>Signed out</source>
        <translation>Sessão encerrada</translation>
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
        <translation>Ao vivo</translation>
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
        <translation>Sem conexão desde %1, mostrando o que está salvo</translation>
    </message>
    <message>
        <source>Version mismatch: this server does not speak this console's protocol</source>
        <translation>Versão incompatível: este servidor não fala o protocolo deste console</translation>
    </message>
    <message>
        <source>Not connected: the server's key is not confirmed</source>
        <translation>Sem conexão: a chave do servidor não está confirmada</translation>
    </message>
    <message>
        <source>You are signed out. Sign in to send; your draft is kept.</source>
        <translation>A sessão está encerrada. Entre para enviar; seu rascunho fica salvo.</translation>
    </message>
    <message>
        <source>The console is still connecting. Your draft is kept.</source>
        <translation>O console ainda está conectando. Seu rascunho fica salvo.</translation>
    </message>
    <message>
        <source>Nothing can be sent now (%1). Your draft is kept.</source>
        <translation>Nada pode ser enviado agora (%1). Seu rascunho fica salvo.</translation>
    </message>
    <message>
        <source>Version mismatch: this server does not speak this console&apos;s protocol</source>
        <translation>Versão incompatível: este servidor não fala o protocolo deste console</translation>
    </message>
    <message>
        <source>Not connected: the server&apos;s key is not confirmed</source>
        <translation>Sem conexão: a chave do servidor não está confirmada</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::DraftStore</name>
    <message>
        <source>The saved drafts could not be read. They were kept as %1.</source>
        <translation>Não foi possível ler os rascunhos salvos. Eles foram mantidos como %1.</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::EventStream</name>
    <message>
        <source>an event was too large</source>
        <translation>um evento era grande demais</translation>
    </message>
    <message>
        <source>the server ended the stream</source>
        <translation>o servidor encerrou a transmissão</translation>
    </message>
    <message>
        <source>the server asked to wait</source>
        <translation>o servidor pediu para esperar</translation>
    </message>
</context>
<context>
    <name>hotel::guicore::SyncEngine</name>
    <message>
        <source>You were signed out.</source>
        <translation>Sua sessão foi encerrada.</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::AlertModel</name>
    <message>
        <source>Critical</source>
        <translation>Crítico</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informação</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>severity, text, time of an alert</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, seen by %2</source>
        <translation>%1, visto por %2</translation>
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
        <translation>Hóspede</translation>
    </message>
    <message numerus="yes">
        <source>waiting %n minute(s)</source>
        <translation>
            <numerusform>esperando há %n minuto</numerusform>
            <numerusform>esperando há %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting %n hour(s)</source>
        <translation>
            <numerusform>esperando há %n hora</numerusform>
            <numerusform>esperando há %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting %n day(s)</source>
        <translation>
            <numerusform>esperando há %n dia</numerusform>
            <numerusform>esperando há %n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>fora do prazo</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>vence em breve</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n não lida</numerusform>
            <numerusform>%n não lidas</numerusform>
        </translation>
    </message>
    <message>
        <source>bot is answering</source>
        <translation>o bot responde</translation>
    </message>
    <message>
        <source>bot paused</source>
        <translation>bot em pausa</translation>
    </message>
    <message>
        <source>assigned to you</source>
        <translation>atribuída a você</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>atribuída a %1</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>sem responsável</translation>
    </message>
    <message>
        <source>%1 is replying</source>
        <translation>%1 está respondendo</translation>
    </message>
    <message>
        <source>unsent draft</source>
        <translation>rascunho não enviado</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>adiada</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>encerrada</translation>
    </message>
    <message>
        <source>wants no messages</source>
        <translation>não quer mensagens</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Mensagem de voz</translation>
    </message>
    <message>
        <source>Voice message: %1</source>
        <translation>Mensagem de voz: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::MessageModel</name>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Hóspede</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1, às %2</translation>
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
        <translation>aguardando envio</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>accepted by WhatsApp</source>
        <translation>aceita pelo WhatsApp</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregue</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lida</translation>
    </message>
    <message>
        <source>played</source>
        <translation>ouvida</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>não entregue</translation>
    </message>
    <message>
        <source>not delivered: %1</source>
        <translation>não entregue: %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>não enviada</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>não enviada: %1</translation>
    </message>
    <message>
        <source>nobody knows whether the guest has this message</source>
        <translation>não se sabe se o hóspede tem esta mensagem</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>na fila</translation>
    </message>
    <message>
        <source>no answer from the server; trying again is safe</source>
        <translation>o servidor não respondeu; tentar de novo é seguro</translation>
    </message>
    <message>
        <source>not sent: somebody answered meanwhile</source>
        <translation>não enviada: alguém respondeu nesse meio-tempo</translation>
    </message>
    <message>
        <source>not sent: the 24 hour window is closed, only a template can be sent</source>
        <translation>não enviada: a janela de 24 horas está fechada, só é possível enviar um modelo</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ontem</translation>
    </message>
    <message>
        <source>[%1]</source>
        <translation>[%1]</translation>
    </message>
    <message>
        <source>voice message, transcript by machine: %1</source>
        <translation>mensagem de voz, transcrição automática: %1</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Mensagem de voz</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::AboutDialog</name>
    <message>
        <source>About Hotel Console</source>
        <translation>Sobre o Hotel Console</translation>
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
        <translation>nenhum</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::AlertsView</name>
    <message>
        <source>acknowledged by %1</source>
        <translation>reconhecido por %1</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Abrir conversa</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Reconhecer</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Sem alertas</translation>
    </message>
    <message>
        <source>Nothing needs a person right now.</source>
        <translation>Nada precisa de uma pessoa agora.</translation>
    </message>
    <message>
        <source>Loading alerts…</source>
        <translation>Carregando alertas…</translation>
    </message>
    <message>
        <source>The alert was not acknowledged: %1</source>
        <translation>O alerta não foi reconhecido: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::AssignDialog</name>
    <message>
        <source>Assign conversation</source>
        <translation>Atribuir conversa</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Atribuir a</translation>
    </message>
    <message>
        <source>Me (%1)</source>
        <translation>A mim (%1)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ninguém</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Atribuir</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::BookingCard</name>
    <message numerus="yes">
        <source>%n night(s)</source>
        <translation>
            <numerusform>%n noite</numerusform>
            <numerusform>%n noites</numerusform>
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
            <numerusform>%n criança</numerusform>
            <numerusform>%n crianças</numerusform>
        </translation>
    </message>
    <message>
        <source>Room %1 · %2</source>
        <translation>Quarto %1 · %2</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>Paid in full</source>
        <translation>Totalmente pago</translation>
    </message>
    <message>
        <source>Paid %1 · open %2</source>
        <translation>Pago %1 · em aberto %2</translation>
    </message>
    <message>
        <source>Read from the hotel system %1</source>
        <translation>Lido do sistema do hotel %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::CannedPopup</name>
    <message>
        <source>Canned replies</source>
        <translation>Respostas prontas</translation>
    </message>
    <message>
        <source>No canned reply with these words.</source>
        <translation>Não há resposta pronta com essas palavras.</translation>
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
        <translation>Buscar um comando ou hóspede</translation>
    </message>
    <message>
        <source>Find a command or a guest…</source>
        <translation>Buscar um comando ou hóspede…</translation>
    </message>
    <message>
        <source>Commands and guests</source>
        <translation>Comandos e hóspedes</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::CommandRegistry</name>
    <message>
        <source>Shortcuts need Ctrl and no Alt: Alt types letters on many keyboards.</source>
        <translation>Os atalhos precisam de Ctrl e não de Alt: Alt digita letras em muitos teclados.</translation>
    </message>
    <message>
        <source>In lists, shortcuts are single keys.</source>
        <translation>Nas listas, os atalhos são teclas únicas.</translation>
    </message>
    <message>
        <source>%1 is taken by «%2».</source>
        <translation>%1 já é usado por «%2».</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>Esse comando não existe.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversa</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Exibir</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Na lista</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::Composer</name>
    <message>
        <source>Draft saved %1</source>
        <translation>Rascunho salvo %1</translation>
    </message>
    <message>
        <source>The draft could not be saved: %1</source>
        <translation>Não foi possível salvar o rascunho: %1</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Write to the guest (Ctrl+Shift+M switches)</source>
        <translation>Escrever ao hóspede (Ctrl+Shift+M alterna)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Write for staff only (Ctrl+Shift+M switches)</source>
        <translation>Escrever só para a equipe (Ctrl+Shift+M alterna)</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>Respostas prontas</translation>
    </message>
    <message>
        <source>Canned replies: type / and a word</source>
        <translation>Respostas prontas: digite / e uma palavra</translation>
    </message>
    <message>
        <source>Send a template…</source>
        <translation>Enviar um modelo…</translation>
    </message>
    <message>
        <source>Choose a template…</source>
        <translation>Escolher um modelo…</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Redação</translation>
    </message>
    <message>
        <source>24 h window closed</source>
        <translation>Janela de 24 h fechada</translation>
    </message>
    <message>
        <source>WhatsApp allows free messages for 24 hours after the guest's last one; later only templates.</source>
        <translation>O WhatsApp permite mensagens livres por 24 horas após a última do hóspede; depois só modelos.</translation>
    </message>
    <message>
        <source>Note for staff, the guest does not see it</source>
        <translation>Nota para a equipe, o hóspede não a vê</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Responder a %1</translation>
    </message>
    <message>
        <source>Only your colleagues see this note…</source>
        <translation>Só seus colegas veem esta nota…</translation>
    </message>
    <message>
        <source>Write to %1… (/ for canned replies)</source>
        <translation>Escreva a %1… (/ para respostas prontas)</translation>
    </message>
    <message>
        <source>The 24 h window closed at %1. Only a template can be sent.</source>
        <translation>A janela de 24 h fechou: %1. Só é possível enviar um modelo.</translation>
    </message>
    <message>
        <source>This guest has not written yet. Only a template can be sent.</source>
        <translation>Este hóspede ainda não escreveu. Só é possível enviar um modelo.</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Salvar nota</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Enviar assim mesmo</translation>
    </message>
    <message>
        <source>Send to guest</source>
        <translation>Enviar ao hóspede</translation>
    </message>
    <message>
        <source>Fill in %1 before sending.</source>
        <translation>Preencha %1 antes de enviar.</translation>
    </message>
    <message>
        <source>Enter sends · Shift+Enter: new line</source>
        <translation>Enter envia · Shift+Enter: nova linha</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends</source>
        <translation>Ctrl+Enter envia</translation>
    </message>
    <message>
        <source>Somebody answered while you were writing. Your message was not sent.</source>
        <translation>Alguém respondeu enquanto você escrevia. Sua mensagem não foi enviada.</translation>
    </message>
    <message>
        <source>%1 answered while you were writing: «%2». Your message was not sent.</source>
        <translation>%1 respondeu enquanto você escrevia: «%2». Sua mensagem não foi enviada.</translation>
    </message>
    <message>
        <source>WhatsApp allows free messages for 24 hours after the guest&apos;s last one; later only templates.</source>
        <translation>O WhatsApp permite mensagens livres por 24 horas após a última do hóspede; depois só modelos.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConsoleApp</name>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation>A sessão terminou. Entre de novo.</translation>
    </message>
    <message>
        <source>The server cannot be reached: %1</source>
        <translation>Não é possível contatar o servidor: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationDelegate</name>
    <message>
        <source>you</source>
        <translation>você</translation>
    </message>
    <message>
        <source>%1 is replying…</source>
        <translation>%1 está respondendo…</translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Rascunho:</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationHeader</name>
    <message>
        <source>Take over</source>
        <translation>Assumir</translation>
    </message>
    <message>
        <source>The bot stops; you answer (Ctrl+Shift+T)</source>
        <translation>O bot para; você responde (Ctrl+Shift+T)</translation>
    </message>
    <message>
        <source>Hand back to bot</source>
        <translation>Devolver ao bot</translation>
    </message>
    <message>
        <source>The bot answers again (Ctrl+Shift+B)</source>
        <translation>O bot volta a responder (Ctrl+Shift+B)</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Atribuir…</translation>
    </message>
    <message>
        <source>Assign… (Ctrl+Shift+A)</source>
        <translation>Atribuir… (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Adiar…</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Resolve: nothing more to do</source>
        <translation>Resolver: nada mais a fazer</translation>
    </message>
    <message>
        <source>Bot answers</source>
        <translation>O bot responde</translation>
    </message>
    <message>
        <source>Bot paused · nobody</source>
        <translation>Bot em pausa · ninguém</translation>
    </message>
    <message>
        <source>Bot paused, assigned to nobody</source>
        <translation>Bot em pausa, sem responsável</translation>
    </message>
    <message>
        <source>Bot paused · you</source>
        <translation>Bot em pausa · você</translation>
    </message>
    <message>
        <source>Bot paused, assigned to you</source>
        <translation>Bot em pausa, atribuída a você</translation>
    </message>
    <message>
        <source>Bot paused · %1</source>
        <translation>Bot em pausa · %1</translation>
    </message>
    <message>
        <source>Bot paused, assigned to %1</source>
        <translation>Bot em pausa, atribuída a %1</translation>
    </message>
    <message>
        <source>Wants no messages</source>
        <translation>Não quer mensagens</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Adiada até %1</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Adiada</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolvida</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationListPane</name>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n novidade</numerusform>
            <numerusform>%n novidades</numerusform>
        </translation>
    </message>
    <message>
        <source>The order is kept while you work here; press to see the updates</source>
        <translation>A ordem se mantém enquanto você trabalha aqui; pressione para ver as novidades</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>Esperando uma pessoa</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Atribuídas a mim</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Sem responsável</translation>
    </message>
    <message>
        <source>The bot is handling</source>
        <translation>O bot está atendendo</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Todas as conversas</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolvidas</translation>
    </message>
    <message>
        <source>Search names and messages</source>
        <translation>Buscar nomes e mensagens</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Sem permissão</translation>
    </message>
    <message>
        <source>Conversations are for the front desk. Your role does not see what guests write.</source>
        <translation>As conversas são da recepção. Sua função não vê o que os hóspedes escrevem.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>No conversation in this view has «%1».</source>
        <translation>Nenhuma conversa desta visão contém «%1».</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Limpar busca</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>O servidor não responde</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Loading conversations…</source>
        <translation>Carregando conversas…</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Ainda não há conversas</translation>
    </message>
    <message>
        <source>They appear here as soon as a guest writes.</source>
        <translation>Elas aparecem aqui assim que um hóspede escreve.</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Ninguém está esperando</translation>
    </message>
    <message numerus="yes">
        <source>The bot is handling %n conversation(s).</source>
        <translation>
            <numerusform>O bot atende %n conversa.</numerusform>
            <numerusform>O bot atende %n conversas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Nothing in this view</source>
        <translation>Nada nesta visão</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ConversationView</name>
    <message>
        <source>No conversation selected</source>
        <translation>Nenhuma conversa selecionada</translation>
    </message>
    <message>
        <source>Choose one from the list, or press Ctrl+Shift+Down for the next that needs attention.</source>
        <translation>Escolha uma da lista ou pressione Ctrl+Shift+Baixo para a próxima que precisa de atenção.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversa</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Older messages could not be loaded: %1</source>
        <translation>Não foi possível carregar as mensagens anteriores: %1</translation>
    </message>
    <message>
        <source>The bot asked for a person: %1.</source>
        <translation>O bot pediu uma pessoa: %1.</translation>
    </message>
    <message>
        <source>%1 is replying</source>
        <translation>%1 está respondendo</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Sem permissão</translation>
    </message>
    <message>
        <source>Your role may not read this conversation.</source>
        <translation>Sua função não pode ler esta conversa.</translation>
    </message>
    <message>
        <source>The messages could not be loaded</source>
        <translation>Não foi possível carregar as mensagens</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Ainda não há mensagens</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Carregando mensagens…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>announcement: who wrote what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> (request %1)</source>
        <translation> (solicitação %1)</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation>Não funcionou: %1</translation>
    </message>
    <message>
        <source>Handed back to the bot.</source>
        <translation>Devolvida ao bot.</translation>
    </message>
    <message>
        <source>Assigned to nobody.</source>
        <translation>Sem responsável.</translation>
    </message>
    <message>
        <source>Assigned to %1.</source>
        <translation>Atribuída a %1.</translation>
    </message>
    <message>
        <source>Assigned to you.</source>
        <translation>Atribuída a você.</translation>
    </message>
    <message>
        <source>Snoozed until %1.</source>
        <translation>Adiada até %1.</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>Resolvida.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::DeviceOutput</name>
    <message>
        <source>There is no sound device on this computer.</source>
        <translation>Este computador não tem dispositivo de som.</translation>
    </message>
    <message>
        <source>The sound device of this computer cannot play this.</source>
        <translation>O dispositivo de som deste computador não consegue reproduzir isto.</translation>
    </message>
    <message>
        <source>The sound device of this computer does not answer.</source>
        <translation>O dispositivo de som deste computador não responde.</translation>
    </message>
    <message>
        <source>The sound device stopped.</source>
        <translation>O dispositivo de som parou.</translation>
    </message>
    <message>
        <source>The sound device takes no sound.</source>
        <translation>O dispositivo de som não aceita som.</translation>
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
        <translation>O bot está prestes a dizer</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Por quê?</translation>
    </message>
    <message>
        <source>What the bot understood, and its facts</source>
        <translation>O que o bot entendeu e seus dados</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar agora</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Take the text into the composer and answer yourself</source>
        <translation>Levar o texto para a redação e responder você</translation>
    </message>
    <message>
        <source>Don't send</source>
        <translation>Não enviar</translation>
    </message>
    <message>
        <source>Draft of the bot</source>
        <translation>Rascunho do bot</translation>
    </message>
    <message>
        <source>Don&apos;t send</source>
        <translation>Não enviar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::Format</name>
    <message>
        <source>now</source>
        <comment>age of less than a minute</comment>
        <translation>agora</translation>
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
        <translation>menos de um minuto</translation>
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
            <numerusform>%n dia</numerusform>
            <numerusform>%n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>agora mesmo</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>há %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>há %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>há %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>há %1 d</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ontem</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a stay: first day, last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recebida</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>na fila</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>accepted by WhatsApp</source>
        <translation>aceita pelo WhatsApp</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregue</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lida</translation>
    </message>
    <message>
        <source>played</source>
        <translation>ouvida</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>não entregue</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusada</translation>
    </message>
    <message>
        <source>unknown whether it arrived</source>
        <translation>não se sabe se chegou</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>In house</source>
        <translation>Hospedado</translation>
    </message>
    <message>
        <source>Checked out</source>
        <translation>Já saiu</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espanhol</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglês</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>português</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Ainda não se sabe</translation>
    </message>
    <message>
        <source>the guest asked for a person</source>
        <translation>o hóspede pediu uma pessoa</translation>
    </message>
    <message>
        <source>it may be an emergency</source>
        <translation>pode ser uma emergência</translation>
    </message>
    <message>
        <source>the bot did not understand</source>
        <translation>o bot não entendeu</translation>
    </message>
    <message>
        <source>the guest complains</source>
        <translation>o hóspede está reclamando</translation>
    </message>
    <message>
        <source>the hotel system does not answer</source>
        <translation>o sistema do hotel não responde</translation>
    </message>
    <message>
        <source>the outcome of a booking is not known</source>
        <translation>não se sabe o resultado de uma reserva</translation>
    </message>
    <message>
        <source>the bot is not sure</source>
        <translation>o bot não tem certeza</translation>
    </message>
    <message>
        <source>the guest asked for silence</source>
        <translation>o hóspede pediu silêncio</translation>
    </message>
    <message>
        <source>the guest sent something only a person can judge</source>
        <translation>o hóspede enviou algo que só uma pessoa pode avaliar</translation>
    </message>
    <message>
        <source>a booking must be changed</source>
        <translation>é preciso mudar uma reserva</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>restam %1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>restam %1 min</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>restam %1 s</translation>
    </message>
    <message>
        <source>Guest without a name</source>
        <translation>Hóspede sem nome</translation>
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
        <translation>Hóspede</translation>
    </message>
    <message>
        <source>The guest of the open conversation appears here, with the stay as the hotel system holds it.</source>
        <translation>Aqui aparece o hóspede da conversa aberta, com a estadia como está no sistema do hotel.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Estadia</translation>
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
        <translation>Adicionar uma etiqueta…</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Adicionar uma etiqueta</translation>
    </message>
    <message>
        <source>Speaks %1</source>
        <translation>Fala %1</translation>
    </message>
    <message>
        <source>Remove the label %1</source>
        <translation>Remover a etiqueta %1</translation>
    </message>
    <message>
        <source>Asking the hotel system…</source>
        <translation>Consultando o sistema do hotel…</translation>
    </message>
    <message>
        <source>No booking with this number.</source>
        <translation>Não há reserva com este número.</translation>
    </message>
    <message>
        <source>The hotel system could not be asked: %1</source>
        <translation>Não foi possível consultar o sistema do hotel: %1</translation>
    </message>
    <message>
        <source>The hotel system could not be asked: %1 (request %2)</source>
        <translation>Não foi possível consultar o sistema do hotel: %1 (solicitação %2)</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>author and time of a note</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The labels were not changed: %1</source>
        <translation>As etiquetas não foram alteradas: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::HandBackDialog</name>
    <message>
        <source>Hand back to the bot</source>
        <translation>Devolver ao bot</translation>
    </message>
    <message>
        <source>The bot answers the guest again. You may leave it a note; the guest does not see it.</source>
        <translation>O bot volta a responder ao hóspede. Você pode deixar uma nota; o hóspede não a vê.</translation>
    </message>
    <message>
        <source>Note to the bot (optional)</source>
        <translation>Nota para o bot (opcional)</translation>
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
        <translation>Banco de dados</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Hotel system (PMS)</source>
        <translation>Sistema do hotel (PMS)</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Lido %1</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Saúde</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Asking the daemon…</source>
        <translation>Consultando o serviço…</translation>
    </message>
    <message>
        <source>The daemon does not answer</source>
        <translation>O serviço não responde</translation>
    </message>
    <message>
        <source>The daemon does not answer now; the values are old. %1</source>
        <translation>O serviço não responde agora; os valores são antigos. %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Não está pronto</translation>
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
        <translation>chamadas pausadas após falhas</translation>
    </message>
    <message>
        <source>trying again after failures</source>
        <translation>tentando de novo após falhas</translation>
    </message>
    <message>
        <source>synchronised %1</source>
        <translation>sincronizado %1</translation>
    </message>
    <message>
        <source>%1 s behind</source>
        <translation>%1 s de atraso</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Ainda não se sabe</translation>
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
        <translation>Falha</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::InboxView</name>
    <message>
        <source>Views</source>
        <translation>Visões</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n conversation(s)</source>
        <comment>a saved view and its count</comment>
        <translation>
            <numerusform>%1, %n conversa</numerusform>
            <numerusform>%1, %n conversas</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Esperando</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Minhas</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Sem dono</translation>
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
        <translation>Encerradas</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Atalhos de teclado…</translation>
    </message>
    <message>
        <source>About Hotel Console…</source>
        <translation>Sobre o Hotel Console…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Configurações…</translation>
    </message>
    <message>
        <source>Guest simulator</source>
        <translation>Simulador de hóspede</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sair da sessão</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Assumir</translation>
    </message>
    <message>
        <source>Hand back to bot…</source>
        <translation>Devolver ao bot…</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Atribuir…</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Adiar…</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Switch between reply and note</source>
        <translation>Alternar entre resposta e nota</translation>
    </message>
    <message>
        <source>Send a template…</source>
        <translation>Enviar um modelo…</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Escrever uma resposta</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Atribuir a mim</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>Marcar como não lida</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próxima</translation>
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
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Saúde</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Buscar em tudo</translation>
    </message>
    <message>
        <source>Search in this view</source>
        <translation>Buscar nesta visão</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Próxima conversa</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversa anterior</translation>
    </message>
    <message>
        <source>Next that needs attention</source>
        <translation>Próxima que precisa de atenção</translation>
    </message>
    <message>
        <source>Last conversation</source>
        <translation>Última conversa</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Próximo painel</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Painel anterior</translation>
    </message>
    <message>
        <source>Read again from the server</source>
        <translation>Ler de novo do servidor</translation>
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
        <translation>Entrada (Ctrl+1)</translation>
    </message>
    <message>
        <source>Alerts (Ctrl+4)</source>
        <translation>Alertas (Ctrl+4)</translation>
    </message>
    <message>
        <source>Health (Ctrl+5)</source>
        <translation>Saúde (Ctrl+5)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>user name, roles</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUÇÃO</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>TESTES</translation>
    </message>
    <message>
        <source>Sandbox: nothing leaves this machine</source>
        <translation>Modo de testes: nada sai desta máquina</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Entrar…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>às %1</translation>
    </message>
    <message numerus="yes">
        <source>Inbox, %n waiting</source>
        <translation>
            <numerusform>Entrada, %n esperando</numerusform>
            <numerusform>Entrada, %n esperando</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Alerts, %n open</source>
        <translation>
            <numerusform>Alertas, %n aberto</numerusform>
            <numerusform>Alertas, %n abertos</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitações</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Informações</translation>
    </message>
    <message>
        <source>Requests (Ctrl+6)</source>
        <translation>Solicitações (Ctrl+6)</translation>
    </message>
    <message>
        <source>Knowledge (Ctrl+7)</source>
        <translation>Informações (Ctrl+7)</translation>
    </message>
    <message numerus="yes">
        <source>Requests, %n open</source>
        <translation>
            <numerusform>Solicitações, %n aberta</numerusform>
            <numerusform>Solicitações, %n abertas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::MessageDelegate</name>
    <message>
        <source>Image</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Mensagem de voz</translation>
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
        <translation>Localização</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Note by %1 · only staff sees this</source>
        <translation>Nota de %1 · só a equipe vê</translation>
    </message>
    <message>
        <source>%1 · read</source>
        <translation>%1 · lida</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Enviar assim mesmo</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Por quê?</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Novas mensagens</translation>
    </message>
    <message>
        <source>Transcript · heard by a machine</source>
        <translation>Transcrição · automática</translation>
    </message>
    <message>
        <source>The transcript is being made…</source>
        <translation>Transcrevendo…</translation>
    </message>
    <message>
        <source>There is no transcript</source>
        <translation>Não há transcrição</translation>
    </message>
    <message>
        <source>the file is not here yet</source>
        <translation>o arquivo ainda não chegou</translation>
    </message>
    <message>
        <source>the file could not be had</source>
        <translation>não foi possível obter o arquivo</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n nova mensagem</numerusform>
            <numerusform>%n novas mensagens</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to newest</source>
        <translation>Ir à mais recente</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Why did the bot say this?</source>
        <translation>Por que o bot disse isso?</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de novo</translation>
    </message>
    <message>
        <source>Discard this message</source>
        <translation>Descartar esta mensagem</translation>
    </message>
    <message>
        <source>Pause voice message</source>
        <translation>Pausar a mensagem de voz</translation>
    </message>
    <message>
        <source>Play voice message</source>
        <translation>Reproduzir a mensagem de voz</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamanho do texto</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter makes a new line</source>
        <translation>Enter envia, Shift+Enter faz uma nova linha</translation>
    </message>
    <message>
        <source>Key of the server: %1</source>
        <translation>Chave do servidor: %1</translation>
    </message>
    <message>
        <source>No key of the server is remembered.</source>
        <translation>Nenhuma chave do servidor está guardada.</translation>
    </message>
    <message>
        <source>Forget the key of the server</source>
        <translation>Esquecer a chave do servidor</translation>
    </message>
    <message>
        <source>The next sign-in asks again whether the server is trusted</source>
        <translation>A próxima entrada pergunta de novo se o servidor é confiável</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
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
        <translation>Atalhos de teclado</translation>
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
        <translation>Novas teclas</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Mudar teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Manter a sessão neste computador</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Entrando…</translation>
    </message>
    <message>
        <source>The words are the same: trust this server</source>
        <translation>As palavras coincidem: confiar neste servidor</translation>
    </message>
    <message>
        <source>Write the address as https://host:port.</source>
        <translation>Escreva o endereço como https://servidor:porta.</translation>
    </message>
    <message>
        <source>User and password are needed.</source>
        <translation>É preciso informar usuário e senha.</translation>
    </message>
    <message>
        <source>Without https the password could be read on the way. Plain http is only accepted for this computer itself.</source>
        <translation>Sem https a senha poderia ser lida no caminho. http sem criptografia só é aceito para este próprio computador.</translation>
    </message>
    <message>
        <source>User or password is wrong.</source>
        <translation>Usuário ou senha incorretos.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Muitas tentativas. Tente de novo em %n segundo.</numerusform>
            <numerusform>Muitas tentativas. Tente de novo em %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many attempts. Try again later.</source>
        <translation>Muitas tentativas. Tente mais tarde.</translation>
    </message>
    <message>
        <source>The server cannot be reached: %1</source>
        <translation>Não é possível contatar o servidor: %1</translation>
    </message>
    <message>
        <source>%1 (request %2)</source>
        <comment>error text, request id</comment>
        <translation>%1 (solicitação %2)</translation>
    </message>
    <message>
        <source>This computer has not talked to %1 before. Compare these words with the ones your administrator reads from the server:</source>
        <translation>Este computador ainda não falou com %1. Compare estas palavras com as que seu administrador lê no servidor:</translation>
    </message>
    <message>
        <source>Stopped: the server shows another key than before. Somebody may be listening in between. Nothing was sent. Ask your administrator; only when the change is known may the old key be forgotten in the settings.</source>
        <translation>Interrompido: o servidor mostra outra chave. Alguém pode estar escutando no meio. Nada foi enviado. Pergunte ao seu administrador; só se a mudança for conhecida a chave antiga pode ser esquecida nas configurações.</translation>
    </message>
    <message>
        <source>Known: %1</source>
        <translation>Conhecida: %1</translation>
    </message>
    <message>
        <source>Shown now: %1</source>
        <translation>Mostrada agora: %1</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SimulatorWindow</name>
    <message>
        <source>Guest simulator</source>
        <translation>Simulador de hóspede</translation>
    </message>
    <message>
        <source>Sandbox: what you write here arrives as a guest's WhatsApp message.</source>
        <translation>Testes: o que você escreve aqui chega como uma mensagem de WhatsApp de um hóspede.</translation>
    </message>
    <message>
        <source>Telephone number of the guest</source>
        <translation>Número de telefone do hóspede</translation>
    </message>
    <message>
        <source>Name of the guest</source>
        <translation>Nome do hóspede</translation>
    </message>
    <message>
        <source>Hotel</source>
        <translation>Hotel</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Message of the guest</source>
        <translation>Mensagem do hóspede</translation>
    </message>
    <message>
        <source>Conversation on the guest's telephone</source>
        <translation>Conversa no telefone do hóspede</translation>
    </message>
    <message>
        <source>Send</source>
        <comment>as the guest</comment>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Você: %1</translation>
    </message>
    <message>
        <source>Hotel: %1</source>
        <translation>Hotel: %1</translation>
    </message>
    <message>
        <source>A telephone number with country code is needed.</source>
        <translation>É preciso um número de telefone com código do país.</translation>
    </message>
    <message>
        <source>This daemon is not in the sandbox: nobody can write as a guest.</source>
        <translation>Este serviço não está em modo de testes: ninguém pode escrever como hóspede.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Não enviada: %1</translation>
    </message>
    <message>
        <source>Sandbox: what you write here arrives as a guest&apos;s WhatsApp message.</source>
        <translation>Testes: o que você escreve aqui chega como uma mensagem de WhatsApp de um hóspede.</translation>
    </message>
    <message>
        <source>Conversation on the guest&apos;s telephone</source>
        <translation>Conversa no telefone do hóspede</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::SnoozeDialog</name>
    <message>
        <source>Snooze conversation</source>
        <translation>Adiar conversa</translation>
    </message>
    <message>
        <source>It comes back at this time, or at once when the guest writes.</source>
        <translation>Ela volta nesse horário, ou na hora em que o hóspede escrever.</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Até quando</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>snooze: «In one hour», the time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>In one hour</source>
        <translation>Em uma hora</translation>
    </message>
    <message>
        <source>In four hours</source>
        <translation>Em quatro horas</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Amanhã de manhã</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Em uma semana</translation>
    </message>
    <message>
        <source>Exact time</source>
        <translation>Hora exata</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Adiar</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::StateView</name>
    <message>
        <source>Request %1</source>
        <translation>Solicitação %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Tentar de novo</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::TemplateDialog</name>
    <message>
        <source>Send a template</source>
        <translation>Enviar um modelo</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Send template</source>
        <translation>Enviar modelo</translation>
    </message>
    <message>
        <source>Loading templates…</source>
        <translation>Carregando modelos…</translation>
    </message>
    <message>
        <source>The templates could not be loaded</source>
        <translation>Não foi possível carregar os modelos</translation>
    </message>
    <message>
        <source>No approved template</source>
        <translation>Nenhum modelo aprovado</translation>
    </message>
    <message>
        <source>Templates are approved by WhatsApp and come from its business account.</source>
        <translation>Os modelos são aprovados pelo WhatsApp e vêm da conta comercial.</translation>
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
            <numerusform>Esta mensagem de voz tem mais de %n minuto e não é reproduzida aqui.</numerusform>
            <numerusform>Esta mensagem de voz tem mais de %n minutos e não é reproduzida aqui.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file cannot be played.</source>
        <translation>Este arquivo não pode ser reproduzido.</translation>
    </message>
    <message>
        <source>The file could not be loaded: %1</source>
        <translation>Não foi possível carregar o arquivo: %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Carregando…</translation>
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
        <translation>Por que o bot disse isso</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
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
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>hotel system</source>
        <translation>sistema do hotel</translation>
    </message>
    <message>
        <source>knowledge base</source>
        <translation>base de conhecimento</translation>
    </message>
    <message>
        <source>the guest's words</source>
        <translation>palavras do hóspede</translation>
    </message>
    <message>
        <source>facts of the house</source>
        <translation>dados da casa</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiança</translation>
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
        <translation>nenhum foi registrado</translation>
    </message>
    <message>
        <source>the guest&apos;s words</source>
        <translation>palavras do hóspede</translation>
    </message>
    <message>
        <source>simulated hotel</source>
        <translation>hotel simulado</translation>
    </message>
    <message>
        <source>knowledge base, version %1</source>
        <translation>base de informações, versão %1</translation>
    </message>
    <message>
        <source>our own wording</source>
        <translation>nossa própria redação</translation>
    </message>
    <message>
        <source>%1, free rooms</source>
        <translation>%1, quartos livres</translation>
    </message>
    <message>
        <source>%1, price per night</source>
        <translation>%1, preço por noite</translation>
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
        <translation>estadia</translation>
    </message>
    <message>
        <source>days</source>
        <translation>datas</translation>
    </message>
    <message>
        <source>people</source>
        <translation>pessoas</translation>
    </message>
    <message>
        <source>rooms</source>
        <translation>quartos</translation>
    </message>
    <message>
        <source>free rooms</source>
        <translation>quartos livres</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>booking code</source>
        <translation>código da reserva</translation>
    </message>
    <message>
        <source>room number</source>
        <translation>número do quarto</translation>
    </message>
    <message>
        <source>address</source>
        <translation>endereço</translation>
    </message>
    <message>
        <source>phrase</source>
        <translation>frase</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Não foi dito</translation>
    </message>
    <message>
        <source>Understood by</source>
        <translation>Entendido por</translation>
    </message>
    <message>
        <source>the language model</source>
        <translation>o modelo de linguagem</translation>
    </message>
    <message>
        <source>Worded by</source>
        <translation>Redigido por</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Ouvido</translation>
    </message>
    <message>
        <source>a transcript of a voice note</source>
        <translation>transcrição de uma mensagem de voz</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::DeskTexts</name>
    <message>
        <source>the guest asked for a person</source>
        <translation>o hóspede pediu uma pessoa</translation>
    </message>
    <message>
        <source>it may be an emergency</source>
        <translation>pode ser uma emergência</translation>
    </message>
    <message>
        <source>the bot did not understand</source>
        <translation>o bot não entendeu</translation>
    </message>
    <message>
        <source>the guest complains</source>
        <translation>o hóspede está reclamando</translation>
    </message>
    <message>
        <source>the hotel system does not answer</source>
        <translation>o sistema do hotel não responde</translation>
    </message>
    <message>
        <source>the outcome of a booking is not known</source>
        <translation>não se sabe o resultado de uma reserva</translation>
    </message>
    <message>
        <source>the hotel system refused a booking</source>
        <translation>o sistema do hotel recusou uma reserva</translation>
    </message>
    <message>
        <source>a booking could not be cancelled</source>
        <translation>não foi possível cancelar uma reserva</translation>
    </message>
    <message>
        <source>a booking could not be changed</source>
        <translation>não foi possível alterar uma reserva</translation>
    </message>
    <message>
        <source>a booking is to be cancelled by a person</source>
        <translation>uma pessoa precisa cancelar uma reserva</translation>
    </message>
    <message>
        <source>a booking must be changed</source>
        <translation>é preciso alterar uma reserva</translation>
    </message>
    <message>
        <source>it is not sure whether the booking is this guest&apos;s</source>
        <translation>não é certo que a reserva seja deste hóspede</translation>
    </message>
    <message>
        <source>a group wants to book</source>
        <translation>um grupo quer reservar</translation>
    </message>
    <message>
        <source>the bot is not sure</source>
        <translation>o bot não tem certeza</translation>
    </message>
    <message>
        <source>the guest asked for silence</source>
        <translation>o hóspede pediu silêncio</translation>
    </message>
    <message>
        <source>the guest sent something only a person can judge</source>
        <translation>o hóspede enviou algo que só uma pessoa pode avaliar</translation>
    </message>
    <message>
        <source>the guest needs a service</source>
        <translation>o hóspede precisa de um serviço</translation>
    </message>
    <message>
        <source>the guest wants an invoice</source>
        <translation>o hóspede quer uma nota fiscal</translation>
    </message>
    <message>
        <source>the guest wants a transfer</source>
        <translation>o hóspede quer um traslado</translation>
    </message>
    <message>
        <source>the guest asked something that the bot has no answer to</source>
        <translation>o hóspede perguntou algo que o bot não sabe responder</translation>
    </message>
    <message>
        <source>the bot failed several times</source>
        <translation>o bot falhou várias vezes</translation>
    </message>
    <message>
        <source>the 24 hour window is closed</source>
        <translation>a janela de 24 horas está fechada</translation>
    </message>
    <message>
        <source>the bot&apos;s answer became too old before it could be sent</source>
        <translation>a resposta do bot ficou velha antes de poder ser enviada</translation>
    </message>
    <message>
        <source>WhatsApp refused a message</source>
        <translation>o WhatsApp recusou uma mensagem</translation>
    </message>
    <message>
        <source>a message could not be delivered</source>
        <translation>não foi possível entregar uma mensagem</translation>
    </message>
    <message>
        <source>nobody knows whether a message reached the guest</source>
        <translation>não se sabe se uma mensagem chegou ao hóspede</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Serviço</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Nota fiscal</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Traslado</translation>
    </message>
    <message>
        <source>Question without an answer</source>
        <translation>Pergunta sem resposta</translation>
    </message>
    <message>
        <source>A guest reports an emergency</source>
        <translation>Um hóspede avisa de uma emergência</translation>
    </message>
    <message>
        <source>A guest needs a service</source>
        <translation>Um hóspede precisa de um serviço</translation>
    </message>
    <message>
        <source>A guest wants an invoice</source>
        <translation>Um hóspede quer uma nota fiscal</translation>
    </message>
    <message>
        <source>A guest wants a transfer</source>
        <translation>Um hóspede quer um traslado</translation>
    </message>
    <message>
        <source>A guest asked something that the bot has no answer to</source>
        <translation>Um hóspede perguntou algo que o bot não sabe responder</translation>
    </message>
    <message>
        <source>The bot failed several times; a person must answer</source>
        <translation>O bot falhou várias vezes; uma pessoa precisa responder</translation>
    </message>
    <message>
        <source>A guest&apos;s number changed: check who writes before telling anything about a booking</source>
        <translation>O número de um hóspede mudou: confira quem escreve antes de falar de uma reserva</translation>
    </message>
    <message>
        <source>Something from WhatsApp could not be processed and was kept</source>
        <translation>Algo que chegou do WhatsApp não pôde ser processado e foi guardado</translation>
    </message>
    <message>
        <source>Nobody knows whether a message reached its guest</source>
        <translation>Não se sabe se uma mensagem chegou ao hóspede</translation>
    </message>
    <message>
        <source>WhatsApp could not deliver a message</source>
        <translation>O WhatsApp não conseguiu entregar uma mensagem</translation>
    </message>
    <message>
        <source>WhatsApp refuses the access token: nothing is sent until it is replaced</source>
        <translation>O WhatsApp recusa o token de acesso: nada é enviado até ele ser trocado</translation>
    </message>
    <message>
        <source>WhatsApp does not answer for our number, or refuses it</source>
        <translation>O WhatsApp não responde pelo nosso número ou o recusa</translation>
    </message>
    <message>
        <source>The hotel system does not answer: the bot cannot tell prices or book</source>
        <translation>O sistema do hotel não responde: o bot não pode informar preços nem reservar</translation>
    </message>
    <message>
        <source>Check-in time</source>
        <translation>Horário de entrada</translation>
    </message>
    <message>
        <source>Check-out time</source>
        <translation>Horário de saída</translation>
    </message>
    <message>
        <source>Early check-in</source>
        <translation>Entrada antecipada</translation>
    </message>
    <message>
        <source>Late check-out</source>
        <translation>Saída tardia</translation>
    </message>
    <message>
        <source>Breakfast</source>
        <translation>Café da manhã</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Piscina</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>Parking</source>
        <translation>Estacionamento</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>Animais de estimação</translation>
    </message>
    <message>
        <source>Gym</source>
        <translation>Academia</translation>
    </message>
    <message>
        <source>Restaurant and bar</source>
        <translation>Restaurante e bar</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pagamento</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Cancelamento</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Smoking</source>
        <translation>Fumar</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Crianças</translation>
    </message>
    <message>
        <source>Luggage</source>
        <translation>Bagagem</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Recepção</translation>
    </message>
    <message>
        <source>House rules</source>
        <translation>Regras da casa</translation>
    </message>
    <message>
        <source>Spa</source>
        <translation>Spa</translation>
    </message>
    <message>
        <source>Laundry</source>
        <translation>Lavanderia</translation>
    </message>
    <message>
        <source>Room service</source>
        <translation>Serviço de quarto</translation>
    </message>
    <message>
        <source>Air conditioning</source>
        <translation>Ar-condicionado</translation>
    </message>
    <message>
        <source>Heating</source>
        <translation>Aquecimento</translation>
    </message>
    <message>
        <source>Minibar</source>
        <translation>Frigobar</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Cozinha</translation>
    </message>
    <message>
        <source>Balcony</source>
        <translation>Varanda</translation>
    </message>
    <message>
        <source>Sea view</source>
        <translation>Vista para o mar</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Elevador</translation>
    </message>
    <message>
        <source>Charging of electric cars</source>
        <translation>Recarga de carros elétricos</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Área infantil</translation>
    </message>
    <message>
        <source>Meeting rooms</source>
        <translation>Salas de reunião</translation>
    </message>
    <message>
        <source>Television</source>
        <translation>Televisão</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Cofre</translation>
    </message>
    <message>
        <source>The bot asks for a person: %1</source>
        <translation>O bot pede uma pessoa: %1</translation>
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
        <translation>espanhol</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglês</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>português</translation>
    </message>
    <message>
        <source>%1, %2: no text</source>
        <comment>topic, language</comment>
        <translation>%1, %2: sem texto</translation>
    </message>
    <message>
        <source>%1, %2, sample text to replace: %3</source>
        <comment>topic, language, text</comment>
        <translation>%1, %2, texto de exemplo a substituir: %3</translation>
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
        <translation>%1, concluída por %2</translation>
    </message>
</context>
<context>
    <name>hotel::guimodels::Workspace</name>
    <message>
        <source>Guest</source>
        <translation>Hóspede</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::ClaimsTable</name>
    <message>
        <source>What was said</source>
        <translation>O que foi dito</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>De onde vem</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lido</translation>
    </message>
    <message>
        <source>no source was recorded</source>
        <translation>nenhuma fonte foi registrada</translation>
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
        <translation>Alguém mudou este texto enquanto isso</translation>
    </message>
    <message>
        <source>Removed by somebody</source>
        <translation>Alguém removeu</translation>
    </message>
    <message>
        <source>Saved by %1</source>
        <translation>Salvo por %1</translation>
    </message>
    <message>
        <source>Saved by %1, %2</source>
        <translation>Salvo por %1, %2</translation>
    </message>
    <message>
        <source>Your text, not saved</source>
        <translation>Seu texto, não salvo</translation>
    </message>
    <message>
        <source>Use the saved text</source>
        <translation>Usar o texto salvo</translation>
    </message>
    <message>
        <source>Leave it removed</source>
        <translation>Deixar removido</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Salvar o meu por cima</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Continuar editando</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeDelegate</name>
    <message>
        <source>not saved</source>
        <translation>não salvo</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>text in a language</comment>
        <translation>falta</translation>
    </message>
    <message>
        <source>sample, replace it</source>
        <translation>exemplo, substitua</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeEditor</name>
    <message>
        <source>Text of the topic</source>
        <translation>Texto do tema</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Histórico…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar alterações</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Abrir conversa</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>não salvo</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>exemplo</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>language, state of its text</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · a new topic</source>
        <comment>key of the knowledge base</comment>
        <translation>%1 · um tema novo</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>topic, language</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What the bot says about it in %1</source>
        <translation>O que o bot diz sobre isso em %1</translation>
    </message>
    <message>
        <source>%1 asked: «%2» Saving this text closes the request.</source>
        <translation>%1 perguntou: «%2» Ao salvar este texto, a solicitação fica concluída.</translation>
    </message>
    <message>
        <source>A guest</source>
        <translation>Um hóspede</translation>
    </message>
    <message>
        <source>Sample text that came with the program. Replace it with what is true for this house: the bot says it to guests as it stands.</source>
        <translation>Texto de exemplo que veio com o programa. Substitua pelo que vale nesta casa: o bot o diz aos hóspedes como está.</translation>
    </message>
    <message>
        <source>No text in this language yet: the bot leaves such a question to you.</source>
        <translation>Ainda não há texto neste idioma: o bot deixa essa pergunta para vocês.</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>veio com o programa</translation>
    </message>
    <message>
        <source>Version %1 · %2 · %3</source>
        <comment>number, author, age</comment>
        <translation>Versão %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <comment>number, author</comment>
        <translation>Versão %1 · %2</translation>
    </message>
    <message>
        <source>The text was not saved: %1</source>
        <translation>O texto não foi salvo: %1</translation>
    </message>
    <message>
        <source>Saved. The bot says it from now on.</source>
        <translation>Salvo. O bot diz isso a partir de agora.</translation>
    </message>
    <message>
        <source>Saved, and the request is done. The bot says it from now on.</source>
        <translation>Salvo, e a solicitação está concluída. O bot diz isso a partir de agora.</translation>
    </message>
    <message>
        <source>The text was not removed: %1</source>
        <translation>O texto não foi removido: %1</translation>
    </message>
    <message>
        <source>Removed. The bot does not say it any more.</source>
        <translation>Removido. O bot não diz mais isso.</translation>
    </message>
    <message>
        <source>Changes discarded.</source>
        <translation>Alterações descartadas.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::KnowledgeHistoryDialog</name>
    <message>
        <source>Versions of «%1», %2</source>
        <translation>Versões de «%1», %2</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versões</translation>
    </message>
    <message>
        <source>Text of this version</source>
        <translation>Texto desta versão</translation>
    </message>
    <message>
        <source>Put into the editor</source>
        <translation>Levar ao editor</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Loading versions…</source>
        <translation>Carregando versões…</translation>
    </message>
    <message>
        <source>The versions could not be loaded</source>
        <translation>Não foi possível carregar as versões</translation>
    </message>
    <message>
        <source>There has been no text in this language yet</source>
        <translation>Ainda não houve texto neste idioma</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>veio com o programa</translation>
    </message>
    <message>
        <source>%1. removed by %2</source>
        <translation>%1. removido por %2</translation>
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
        <translation>Informações</translation>
    </message>
    <message>
        <source>Topics and their texts</source>
        <translation>Temas e seus textos</translation>
    </message>
    <message>
        <source>Search topics and texts</source>
        <translation>Buscar em temas e textos</translation>
    </message>
    <message>
        <source>Only what needs a text</source>
        <translation>Só o que precisa de texto</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>Novo tema…</translation>
    </message>
    <message numerus="yes">
        <source>%n sample text(s) to replace</source>
        <translation>
            <numerusform>%n texto de exemplo a substituir</numerusform>
            <numerusform>%n textos de exemplo a substituir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) missing</source>
        <translation>
            <numerusform>falta %n texto</numerusform>
            <numerusform>faltam %n textos</numerusform>
        </translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Sem permissão</translation>
    </message>
    <message>
        <source>Your role may not change what the bot says.</source>
        <translation>Sua função não permite mudar o que o bot diz.</translation>
    </message>
    <message>
        <source>The knowledge base could not be loaded</source>
        <translation>Não foi possível carregar as informações</translation>
    </message>
    <message>
        <source>Loading the knowledge base…</source>
        <translation>Carregando as informações…</translation>
    </message>
    <message>
        <source>No topic matches</source>
        <translation>Nenhum tema corresponde</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Limpar o filtro</translation>
    </message>
    <message>
        <source>The knowledge base is empty</source>
        <translation>Ainda não há informações</translation>
    </message>
    <message>
        <source>What guests ask and the bot shall answer by itself is written here, in each language.</source>
        <translation>Aqui se escreve, em cada idioma, o que os hóspedes perguntam e o bot deve responder sozinho.</translation>
    </message>
    <message>
        <source>Read %1; changes by others appear at once.</source>
        <translation>Lido %1; mudanças de outros aparecem na hora.</translation>
    </message>
    <message>
        <source>Offline: this was read %1 (%2). Nothing can be saved now; what you write is kept.</source>
        <translation>Sem conexão: isto foi lido %1 (%2). Agora não é possível salvar; o que você escrever fica guardado.</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::NewTopicDialog</name>
    <message>
        <source>New topic</source>
        <translation>Novo tema</translation>
    </message>
    <message>
        <source>Name of the topic</source>
        <translation>Nome do tema</translation>
    </message>
    <message>
        <source>for example: laundry</source>
        <translation>por exemplo: lavanderia</translation>
    </message>
    <message>
        <source>Write its text</source>
        <translation>Escrever o texto</translation>
    </message>
    <message>
        <source>The bot finds the text by this name. Letters, digits and spaces.</source>
        <translation>O bot encontra o texto por este nome. Letras, números e espaços.</translation>
    </message>
    <message>
        <source>There is «%1» already: its texts will be shown.</source>
        <translation>«%1» já existe: seus textos serão mostrados.</translation>
    </message>
    <message>
        <source>It will be kept as «%1».</source>
        <translation>Será guardado como «%1».</translation>
    </message>
</context>
<context>
    <name>hotel::guiwidgets::TicketsView</name>
    <message>
        <source>Requests</source>
        <translation>Solicitações</translation>
    </message>
    <message>
        <source>Open (%1)</source>
        <translation>Abertas (%1)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abertas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluídas</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Abrir conversa</translation>
    </message>
    <message>
        <source>Add to knowledge…</source>
        <translation>Adicionar às informações…</translation>
    </message>
    <message numerus="yes">
        <source>asked %n times</source>
        <translation>
            <numerusform>pedida %n vez</numerusform>
            <numerusform>pedida %n vezes</numerusform>
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
        <translation>Pedida de novo %1</translation>
    </message>
    <message>
        <source>Done by %1, %2</source>
        <translation>Concluída por %1, %2</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Sem permissão</translation>
    </message>
    <message>
        <source>Your role may not read what guests ask for.</source>
        <translation>Sua função não permite ler o que os hóspedes pedem.</translation>
    </message>
    <message>
        <source>This server keeps no requests</source>
        <translation>Este servidor não guarda solicitações</translation>
    </message>
    <message>
        <source>It is of an older release; its notes and alerts tell of them.</source>
        <translation>É de uma versão anterior; suas notas e alertas as mostram.</translation>
    </message>
    <message>
        <source>The requests could not be loaded</source>
        <translation>Não foi possível carregar as solicitações</translation>
    </message>
    <message>
        <source>Loading requests…</source>
        <translation>Carregando solicitações…</translation>
    </message>
    <message>
        <source>No open requests</source>
        <translation>Não há solicitações abertas</translation>
    </message>
    <message>
        <source>What the bot leaves to people appears here: services, invoices, transfers, and questions that have no entry in the knowledge base.</source>
        <translation>Aqui aparece o que o bot deixa para as pessoas: serviços, notas fiscais, traslados e perguntas sobre as quais não há informações.</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>Nada foi concluído ainda</translation>
    </message>
    <message>
        <source>The request is done.</source>
        <translation>A solicitação está concluída.</translation>
    </message>
    <message>
        <source>The request was not changed: %1</source>
        <translation>A solicitação não mudou: %1</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Marcar como concluída</translation>
    </message>
</context>
</TS>
