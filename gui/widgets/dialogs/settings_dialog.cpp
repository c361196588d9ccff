#include "widgets/dialogs/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/text.h"
#include "widgets/controls.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(const Context& context, QWidget* parent)
    : DialogBase(u"settingsDialog"_s, parent), context_(context) {
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(16);
  form->setVerticalSpacing(12);
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  language_label_ = makeLabel(this);
  language_ = new QComboBox(this);
  language_->setObjectName(u"languageCombo"_s);
  theme_label_ = makeLabel(this);
  theme_ = new QComboBox(this);
  theme_->setObjectName(u"themeCombo"_s);
  font_label_ = makeLabel(this);
  font_ = new QSpinBox(this);
  font_->setObjectName(u"fontPercent"_s);
  font_->setRange(100, 200);
  font_->setSingleStep(10);
  enter_ = new QCheckBox(this);
  enter_->setObjectName(u"enterSends"_s);
  trust_label_ = makeLabel(this, nullptr, "muted");
  forget_ = makeButton(u""_s, u"forgetKeyButton"_s, this);
  form->addRow(language_label_, language_);
  form->addRow(theme_label_, theme_);
  form->addRow(font_label_, font_);
  content()->addLayout(form);
  content()->addWidget(enter_);
  content()->addWidget(makeRule(this));
  content()->addWidget(trust_label_);
  content()->addWidget(forget_, 0, Qt::AlignLeft);
  content()->addStretch();
  setMinimumWidth(480);
  cancel()->hide();
  retranslating(this, [this] { retranslate(); });
  connect(language_, &QComboBox::currentIndexChanged, this, [this] {
    if (filling_) return;
    context_.settings.setLanguage(language_->currentData().toString());
    context_.language.use(language_->currentData().toString());
  });
  connect(theme_, &QComboBox::currentIndexChanged, this, [this] {
    if (!filling_) context_.settings.setTheme(static_cast<guicore::Theme>(theme_->currentData().toInt()));
  });
  connect(font_, &QSpinBox::valueChanged, this, [this](int percent) {
    if (!filling_) context_.settings.setFontPercent(percent);
  });
  connect(enter_, &QCheckBox::toggled, this, [this](bool on) {
    if (!filling_) context_.settings.setEnterSends(on);
  });
  connect(forget_, &QPushButton::clicked, this, [this] {
    context_.trust.forget(context_.api().server());
    retranslate();
  });
}

void SettingsDialog::retranslate() {
  setHeading(tr("Settings"));
  const auto name = [](QLabel* label, QWidget* field, const QString& text) {
    label->setText(text);
    label->setBuddy(field);
    field->setAccessibleName(text);
  };
  name(language_label_, language_, tr("Language"));
  name(theme_label_, theme_, tr("Appearance"));
  name(font_label_, font_, tr("Text size"));
  font_->setSuffix(u" "_s + QLocale().percent());
  enter_->setText(tr("Enter sends, Shift+Enter makes a new line"));
  enter_->setAccessibleName(enter_->text());
  const auto pinned = context_.trust.pinned(context_.api().server());
  trust_label_->setText(pinned ? tr("Key of the server: %1").arg(guicore::Trust::wordsOf(*pinned))
                               : tr("No key of the server is remembered."));
  forget_->setVisible(pinned.has_value());
  nameButton(forget_, tr("Forget the key of the server"),
             tr("The next sign-in asks again whether the server is trusted"));
  nameButton(ok(), tr("Close"));
  fill();
}

void SettingsDialog::fill() {
  filling_ = true;
  language_->clear();
  language_->addItem(tr("As the system"), QString());
  for (const QString& language : Language::known()) language_->addItem(Language::ownName(language), language);
  language_->setCurrentIndex(qMax(0, language_->findData(context_.settings.language())));
  theme_->clear();
  theme_->addItem(tr("As the system"), static_cast<int>(guicore::Theme::kSystem));
  theme_->addItem(tr("Light"), static_cast<int>(guicore::Theme::kLight));
  theme_->addItem(tr("Dark"), static_cast<int>(guicore::Theme::kDark));
  theme_->addItem(tr("High contrast"), static_cast<int>(guicore::Theme::kHighContrast));
  theme_->setCurrentIndex(theme_->findData(static_cast<int>(context_.settings.theme())));
  font_->setValue(context_.settings.fontPercent());
  enter_->setChecked(context_.settings.enterSends());
  filling_ = false;
}

}  // namespace hotel::guiwidgets
