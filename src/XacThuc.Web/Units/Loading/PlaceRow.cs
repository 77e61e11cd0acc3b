using XacThuc.Matching.Texts;

namespace XacThuc.Web.Units.Loading;

/// <summary>
/// A row of a file of places. One with a start tells of a unit; one without tells only that the unit of this code that
/// stood on its last day ended then, and what it became part of.
/// </summary>
internal sealed record PlaceRow(
    int Line, string Code, PlaceLevel Level, string Name, string? Parent, DateOnly? ValidFrom, DateOnly? ValidTo, string? Successor);

/// <summary>What is wrong with a row.</summary>
internal sealed record PlaceProblem(int Line, Bilingual Sentence)
{
    public PlaceProblem(int line, string vi, string en)
        : this(line, new Bilingual(vi, en))
    {
    }

    /// <summary>The sentence with its line.</summary>
    public Bilingual InFull => new($"Dòng {Line}: {Sentence.Vi}", $"Line {Line}: {Sentence.En}");
}
