using System.Text;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Certificates.Hcert.Writing;

/// <summary>A name in the capitals of a passport's machine readable zone (ICAO Doc 9303-3, 6 A: Latin letters).</summary>
public static class PassportName
{
    private static readonly Dictionary<char, string> Others = OthersOf(
        "A:ÀÁÃĀĄ AA:Å AE:ÄÆ C:ÇĆĈĊČ D:Ď E:ÈÉËĒĔĖĘĚ G:ĜĞĠĢ H:ĤĦ I:ÌÍÎÏĨĪĬĮİ IJ:Ĳ J:Ĵ K:Ķ L:ĹĻĽĿŁ N:ÑŃŅŇŊ O:ÒÓÕŌŎŐ OE:ÖØŒ R:ŔŖŘ S:ŚŜŞŠȘ SS:ẞ T:ŢŤŦȚ TH:Þ U:ÙÚÛŨŪŬŮŰŲ UE:Ü W:Ŵ Y:ÝŶŸ Z:ŹŻŽ");

    /// <summary>Writes it: <c>NGUYEN</c>, <c>THI&lt;HOA</c>. Letters of other scripts are left out.</summary>
    public static string Of(string name)
    {
        var written = new StringBuilder(name.Length);
        foreach (var letter in ComposedText.Of(name))
        {
            if (letter is ' ' or '-' or '<') Separate(written);
            else if (letter == 'ß') written.Append("SS");
            else if (Letters.TryDecompose(letter, out var vietnamese, out _)) written.Append(Letters.Plain(vietnamese));
            else if (Others.TryGetValue(char.ToUpperInvariant(letter), out var plain)) written.Append(plain);
        }

        return written.ToString().TrimEnd('<');
    }

    private static void Separate(StringBuilder written)
    {
        if (written.Length > 0 && written[^1] != '<') written.Append('<');
    }

    private static Dictionary<char, string> OthersOf(string groups) =>
        (from @group in groups.Split(' ') let parts = @group.Split(':') from letter in parts[1] select (letter, plain: parts[0])).ToDictionary(pair => pair.letter, pair => pair.plain);
}
