// Routes that are no part of the staff API: WhatsApp's webhook, health, version and metrics. No login: the webhook
// brings its own signature, health shows no secret and no guest, metrics are for the networks of METRICS_ALLOWED.
#pragma once

#include "app/context.h"
#include "app/intake.h"
#include "http/router.h"

namespace hotel::app {

void add_webhook_routes(http::Router& router, Context& context, Intake& intake);
void add_health_routes(http::Router& router, Context& context);
void add_metrics_routes(http::Router& router, Context& context);

}  // namespace hotel::app
