// The staff API, one function per group of routes. Each declares its routes with who may call them; the server enforces
// that. The context and the other arguments outlive the router. PROTOCOL.md says what each route takes and answers.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/authentication.h"
#include "app/context.h"
#include "app/passwords.h"
#include "http/router.h"

namespace hotel::app {

// The real webhook's intake: raw body and the value of X-Hub-Signature-256.
using SignedIntake = std::function<rt::Task<http::Response>(std::string body, std::string signature)>;

void add_session_routes(http::Router& router, Context& context, Authentication& authentication);
void add_event_routes(http::Router& router, Context& context, Authentication& authentication);
void add_conversation_routes(http::Router& router, Context& context);
void add_message_routes(http::Router& router, Context& context);
void add_booking_routes(http::Router& router, Context& context);
void add_content_routes(http::Router& router, Context& context);
void add_ticket_routes(http::Router& router, Context& context);
void add_alert_routes(http::Router& router, Context& context);  // with POST /webhooks/alertmanager
void add_overview_routes(http::Router& router, Context& context);
void add_user_routes(http::Router& router, Context& context, PasswordPool& passwords);
void add_settings_routes(http::Router& router, Context& context);
void add_sandbox_routes(http::Router& router, Context& context,
                        SignedIntake intake);  // adds nothing outside the sandbox
void add_deployment_routes(http::Router& router, Context& context);

}  // namespace hotel::app
