using XacThuc.Matching;

namespace XacThuc.Register.Population;

/// <summary>Somebody in the population register. Nothing of it is printed.</summary>
public sealed class Person
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The twelve digits as a number; leading zeros are part of it.</summary>
    public required long PersonalId { get; init; }

    /// <summary>0; from 1 on where others have the same personal id, which makes all of them ambiguous.</summary>
    public int Ordinal { get; init; }

    /// <summary>Number of the old card, nine digits as a number.</summary>
    public int? OldId { get; set; }

    /// <summary>Upper-case, composed, one space between words; empty where it is not known.</summary>
    public required string FullName { get; set; }

    /// <summary>The name in small letters without marks.</summary>
    public required string NameSearch { get; set; }

    /// <summary>The name in the order of Vietnamese lists.</summary>
    public required string NameSort { get; set; }

    /// <summary>Sex, where it is known.</summary>
    public Sex? Sex { get; set; }

    /// <summary>ISO 8601 with as many parts as are known; empty for none.</summary>
    public required string DateOfBirth { get; set; }

    /// <summary>Commune of residence, five digits; empty where it is not known.</summary>
    public required string CommuneCode { get; set; }

    /// <summary>Hamlet of residence; may be empty.</summary>
    public string Hamlet { get; set; } = "";

    /// <summary>The change of the population that last touched this person; see <see cref="PopulationState"/>.</summary>
    public long Changed { get; set; }

    /// <summary>Whether the person is in the register no more; the row stays, so that others learn of it.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>The person, written out.</summary>
    public WrittenPerson Written => new(
        new PersonalId((ulong)PersonalId).InFull(), OldId is { } old ? new OldId((uint)old).InFull() : "", FullName,
        Sex switch { Matching.Sex.Male => "Nam", Matching.Sex.Female => "Nữ", _ => "" }, DateOfBirth, CommuneCode);

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Person);
}
