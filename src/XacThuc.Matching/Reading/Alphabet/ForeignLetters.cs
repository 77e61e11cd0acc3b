

namespace XacThuc.Matching.Reading.Alphabet;

/// <summary>
/// Capitals of other Latin alphabets (Ê Đê, Ba Na, European ones) that Unicode also writes as a letter and one mark, so
/// that composed and decomposed are the same.
/// </summary>
internal static class ForeignLetters
{
    // The mark, the letters under it, and each of them composed.
    private static readonly string[] Rows =
    [
        "\u0308AEIOUYHWX ÄËÏÖÜŸḦẄẌ",
        "\u030AAU ÅŮ",
        "\u0327CGKLNRSTEDH ÇĢĶĻŅŖŞŢȨḐḨ",
        "\u0302IUCGHJSWYZ ÎÛĈĜĤĴŜŴŶẐ",
        "\u0303NV ÑṼ",
        "\u0304AEIOUYG ĀĒĪŌŪȲḠ",
        "\u0328AEIUO ĄĘĮŲǪ",
        "\u0301CLNRSZGKMPW ĆĹŃŔŚŹǴḰḾṔẂ",
        "\u0307CEGIZAOBDFHMNPRSTWXY ĊĖĠİŻȦȮḂḊḞḢṀṄṖṘṠṪẆẊẎ",
        "\u030CCDELNRSTZAIOUGKH ČĎĚĽŇŘŠŤŽǍǏǑǓǦǨȞ",
        "\u0306EGIOU ĔĞĬŎŬ",
        "\u030BOU ŐŰ",
        "\u0300NW ǸẀ",
        "\u030FAEIORU ȀȄȈȌȐȔ",
        "\u0311AEIORU ȂȆȊȎȒȖ",
        "\u0326ST ȘȚ",
        "\u0325A Ḁ",
        "\u0323BDHKLMNRSTVWZ ḄḌḤḲḶṂṆṚṢṬṾẈẒ",
        "\u0331BDKLNRTZ ḆḎḴḺṈṞṮẔ",
        "\u032DDELNTU ḒḘḼṊṰṶ",
        "\u0330EIU ḚḬṴ",
        "\u032EH Ḫ",
        "\u0324U Ṳ",
    ];

    private static readonly (char Letter, char Mark)[] Parts = MakeParts();

    /// <summary>Takes a composed capital apart.</summary>
    public static bool TryDecompose(char composed, out char letter, out char mark)
    {
        (letter, mark) = composed < Parts.Length ? Parts[composed] : default;
        return letter != 0;
    }

    private static (char Letter, char Mark)[] MakeParts()
    {
        var parts = new (char, char)[0x1F00];
        foreach (var row in Rows)
        {
            var count = row.Length / 2 - 1;
            for (var i = 0; i < count; i++) parts[row[2 + count + i]] = (row[1 + i], row[0]);
        }

        return parts;
    }
}
