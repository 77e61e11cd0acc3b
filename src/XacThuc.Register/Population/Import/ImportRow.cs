using XacThuc.Matching.Indexing.Building;

namespace XacThuc.Register.Population.Import;

/// <summary>A row of the file on the way into the table.</summary>
/// <param name="Person">As read.</param>
/// <param name="Hamlet">Hamlet of residence; empty where the file does not tell it, and then what is known stays.</param>
/// <param name="Ordinal">See <see cref="Population.Person.Ordinal"/>.</param>
internal readonly record struct ImportRow(ReadPerson Person, string Hamlet, int Ordinal)
{
    public override string ToString() => nameof(ImportRow);
}

/// <summary>What merging rows into the table came to.</summary>
internal readonly record struct Merged(long Added, long Changed, long Same)
{
    public static Merged operator +(Merged left, Merged right) =>
        new(left.Added + right.Added, left.Changed + right.Changed, left.Same + right.Same);
}
