namespace XacThuc.Cli.Sample;

/// <summary>One invented person.</summary>
internal struct SamplePerson
{
    public ulong Id;
    public uint OldId;
    public string Family;
    public string Middle;
    public string Given;
    public bool IsFemale;
    public int Year;
    public int Month;
    public int Day;
    public int Commune;

    /// <summary>Any number: the household lives in that hamlet of its commune, counted around.</summary>
    public int Hamlet;

    /// <summary>0 is nobody's old number here.</summary>
    public readonly bool HasOldId => OldId != 0;

    public readonly string Name => Middle.Length == 0 ? $"{Family} {Given}" : $"{Family} {Middle} {Given}";

    /// <summary>The date as the register writes it.</summary>
    public readonly string Date => Month == 0 ? $"{Year:0000}" : Day == 0 ? $"{Year:0000}-{Month:00}" : $"{Year:0000}-{Month:00}-{Day:00}";
}
