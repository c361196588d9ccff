#include "wire/text.h"

#include <gtest/gtest.h>

using hotel::wire::fold;

TEST(Fold, DropsAccentsAndCase) {
  EXPECT_EQ(fold("HABITACIÓN"), "habitacion");
  EXPECT_EQ(fold("cigüeñal Ñandú"), "ciguenal nandu");
  EXPECT_EQ(fold("Não à vista, Ça"), "nao a vista, ca");
  EXPECT_EQ(fold("plain ASCII"), "plain ascii");
  EXPECT_EQ(fold("Straße ﬁn ①"), "strasse fin 1");
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold("שלום 😀"), "שלום 😀");
}
