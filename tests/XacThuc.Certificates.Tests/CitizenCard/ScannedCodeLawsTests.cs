using System.Globalization;
using CsCheck;
using XacThuc.Certificates.CitizenCard;
using Xunit;
using static System.StringComparison;

namespace XacThuc.Certificates.Tests.CitizenCard;

public sealed class ScannedCodeLawsTests
{
    private const long Effort = 20_000;

    [Fact]
    public void A_card_comes_back_as_it_was_written()
    {
        GivenCards.All.Sample(
            card => Assert.Equal(card.Text, Written(card.Text, card.Born.Length, card.Old)), iter: Effort);
    }

    [Fact]
    public void A_card_whose_name_was_typed_in_keys_is_no_card()
    {
        Gen.Select(GivenCards.All, Gen.Bool).Sample(
            (card, isVni) =>
            {
                var garbled = card with { Name = GivenCards.Typed(card.Name, isVni) };

                if (string.Equals(garbled.Name, card.Name, Ordinal)) return;
                Assert.Equal("garbled InputMethod", Shown.Of(garbled.Text));
            },
            iter: Effort);
    }

    [Fact]
    public void A_card_with_other_separators_is_no_card()
    {
        Gen.Select(GivenCards.All, Gen.Char[@"\~}>*§¦!/:#"]).Sample(
            (card, separator) => Assert.Equal("garbled InputMethod", Shown.Of(card.Text.Replace('|', separator))),
            iter: Effort);
    }

    [Fact]
    public void A_card_without_any_mark_is_no_card()
    {
        GivenCards.All.Sample(
            card =>
            {
                var bare = string.Concat(card.Text.Where(char.IsAscii));

                Assert.StartsWith("garbled", Shown.Of(bare), Ordinal);
            },
            iter: Effort);
    }

    [Fact]
    public void A_card_that_lost_a_character_is_never_another_person()
    {
        Gen.Select(GivenCards.All, Gen.Int[0, 11]).Sample(
            (card, at) => Assert.DoesNotMatch("^card", Shown.Of(card.Text.Remove(at, 1))), iter: Effort);
    }

    [Fact]
    public void Any_text_has_a_result()
    {
        var fields = Gen.OneOf(
            Gen.String[0, 30],
            Gen.String[Gen.Char["0123456789"], 0, 14],
            Gen.String[Gen.Char["0123456789abcdefáđ"], 0, 30],
            Gen.String[Gen.Char["0123456789-/*x"], 0, 10],
            Gen.OneOf("Nông Thị Mai", "Nữ", "1", "27111950", "1950-11-27", "27/11/1950", "020150123456", "162979388586171100"));
        var texts = Gen.OneOf(
            Gen.String[0, 200],
            fields.Array[0, 9].Select(parts => string.Join('|', parts)),
            fields.Array[0, 9].Select(string.Concat));

        texts.Sample(text => Assert.NotEmpty(Shown.Of(text)), iter: 10 * Effort);
    }

    private static string Written(string text, int bornLength, string? old) => ScannedCode.Read(text).Match(
        card: card =>
        {
            var born = string.Concat(card.Born.InFull().Split('-').Reverse());
            Assert.Equal(bornLength, born.Length);
            var number = old is { Length: > 0 } ? card.OldId!.Value.InFull() : old;
            return new GivenCard(
                card.Id.InFull(), number, card.FullName, born, card.Sex == Matching.Sex.Male ? "Nam" : "Nữ", card.Residence,
                card.Issued.ToString("ddMMyyyy", CultureInfo.InvariantCulture)).Text;
        },
        notice: _ => "notice",
        insurance: _ => "insurance",
        personalQr: _ => "qr",
        garbled: (garbling, _) => $"{garbling}",
        other: (seeming, _) => $"{seeming}");
}
