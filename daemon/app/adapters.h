// The adapters that a running daemon and the one-shot commands share: store, PMS, messenger, agent. Made from the
// settings, torn down in reverse order.
#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>

#include "agent/agent.h"
#include "agent/model_openai.h"
#include "agent/transcriber_openai.h"
#include "app/settings.h"
#include "base/clock.h"
#include "base/metrics.h"
#include "http/client.h"
#include "pms/qloapps_webservice.h"
#include "ports/messenger.h"
#include "ports/pms.h"
#include "ports/store.h"
#include "store/open.h"

namespace hotel::app {

store::StoreConfig store_config(const Settings& settings);

struct Adapters {
  Adapters(boost::asio::io_context& io, const Settings& settings);

  base::SystemClock clock;
  base::HotelZone zone;
  base::Metrics metrics;
  http::Client http;
  std::unique_ptr<ports::Pms> pms;
  std::unique_ptr<ports::Messenger> messenger;
  std::unique_ptr<agent::OpenAiModel> model;              // nullptr: LLM_BASE_URL is empty
  std::unique_ptr<agent::OpenAiTranscriber> transcriber;  // nullptr: STT_BASE_URL is empty
  agent::Agent agent;
};

}  // namespace hotel::app
