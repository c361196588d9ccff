#include "wire/operator.h"

#include <gtest/gtest.h>

using namespace hotel::wire;

TEST(Roles, AllowWhatTheTableSays) {
  struct Row {
    const char* role;
    bool frontdesk, release, admin;
  };
  for (const Row& row : {Row{"frontdesk", true, false, false}, Row{"release", false, true, false},
                         Row{"release_manager", false, true, false}, Row{"operations", false, true, false},
                         Row{"hotel_manager", false, true, false}, Row{"owner", false, true, false},
                         Row{"admin", true, true, true}, Row{"stranger", false, false, false}}) {
    const std::vector<std::string> roles{row.role};
    EXPECT_TRUE(allows(roles, Right::kAny)) << row.role;
    EXPECT_EQ(allows(roles, Right::kFrontdesk), row.frontdesk) << row.role;
    EXPECT_EQ(allows(roles, Right::kRelease), row.release) << row.role;
    EXPECT_EQ(allows(roles, Right::kAdmin), row.admin) << row.role;
  }
  EXPECT_FALSE(allows({}, Right::kFrontdesk));
}

TEST(Roles, SplitAndJoin) {
  EXPECT_EQ(split_roles(" frontdesk , release,,"), (std::vector<std::string>{"frontdesk", "release"}));
  EXPECT_EQ(join_roles({"a", "b"}), "a,b");
  EXPECT_TRUE(is_role("owner"));
  EXPECT_FALSE(is_role("root"));
}
