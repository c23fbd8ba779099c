#include "shared/components/examples.h"
#include "shared/components/examples_parts.h"

namespace sayso::components {

using namespace document;

Examples tag_examples(const domain::Words& words, const State&) {
  Examples examples;
  examples.push_back(
      {words.text("gallery.tag.agreed"), {tag(Tone::Agreed, words.text("gallery.tag.agreed"))}});
  examples.push_back(
      {words.text("gallery.tag.refused"), {tag(Tone::Refused, words.text("gallery.tag.refused"))}});
  examples.push_back({words.text("gallery.tag.withdrawn"),
                      {tag(Tone::Withdrawn, words.text("gallery.tag.withdrawn"))}});
  examples.push_back({words.text("gallery.tag.not_asked"),
                      {tag(Tone::NotAsked, words.text("gallery.tag.not_asked"))}});
  examples.push_back({words.text("gallery.tag.not_consent"),
                      {tag(Tone::NotConsent, words.text("gallery.tag.not_consent"))}});
  examples.push_back(
      {words.text("gallery.tag.neutral"), {tag(Tone::Neutral, words.text("gallery.tag.neutral"))}});
  examples.push_back(
      {words.text("gallery.tag.overdue"), {tag(Tone::Fault, words.text("gallery.tag.overdue"))}});
  examples.push_back(
      {words.text("gallery.tag.new"), {tag(Tone::Brand, words.text("gallery.tag.new"))}});
  return examples;
}

}  // namespace sayso::components
