using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Matching.Tests.Comparing;

/// <summary>The canonical letters of a word as it is written.</summary>
internal static class Canonical
{
    public static byte[] Of(string word)
    {
        var letters = new byte[LetterCodes.MaxLength + 16];
        var visible = string.Concat(word.Where(c => !LetterCodes.IsInvisible(c) && !LetterCodes.IsSpace(c)));
        return letters[..LetterCodes.Write(visible, letters)];
    }
}
