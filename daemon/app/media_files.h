// The files of messages: what guests sent (fetched by the media worker) and what staff sent. Names are ours, so a path
// never comes from outside. Reading and writing is blocking and runs on a small pool of its own.
#pragma once

#include <boost/asio/thread_pool.hpp>
#include <filesystem>
#include <optional>
#include <string>

#include "rt/task.h"

namespace hotel::app {

class MediaFiles {
 public:
  explicit MediaFiles(std::filesystem::path folder) : folder_(std::move(folder)), pool_(1) {}
  ~MediaFiles() { pool_.join(); }

  rt::Task<std::optional<std::string>> read(std::string name);  // nothing: no such file in the folder
  rt::Task<bool> write(std::string name, std::string bytes);    // false: the disk did not take it

 private:
  std::filesystem::path folder_;
  boost::asio::thread_pool pool_;
};

}  // namespace hotel::app
