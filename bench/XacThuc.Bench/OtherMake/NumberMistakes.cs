namespace XacThuc.Bench.OtherMake;

/// <summary>What happens to identity numbers.</summary>
internal sealed class NumberMistakes(Dice dice, Town town, bool isHard)
{
    private static readonly string[] Kinds = ["digit", "transposed", "dropped", "relative", "stranger", "phone", "missing", "two_digits"];

    private readonly int[] _weights = isHard ? [14, 8, 5, 25, 6, 14, 22, 6] : [22, 14, 7, 14, 5, 7, 18, 6];

    /// <summary>A number that is not the person's, and what happened to it.</summary>
    public (string Number, string Kind) Make(Resident person)
    {
        while (true)
        {
            var kind = dice.Of(Kinds, _weights);
            var made = Make(person, kind);
            if (made is not null && !string.Equals(made, person.Id, StringComparison.Ordinal) && !IsTheSame(person, made))
                return (made, $"id.{kind}");
        }
    }

    // Twins of one name are one person to anybody who reads their papers.
    private bool IsTheSame(Resident person, string number) => town.Find(number) is { } other &&
        (other.FullName, other.IsFemale, other.Born) == (person.FullName, person.IsFemale, person.Born);

    private string? Make(Resident person, string kind)
    {
        var id = person.Id;
        var at = dice.Below(12);
        switch (kind)
        {
            case "digit":
                return Changed(id, at);
            case "two_digits":
                var other = dice.Below(12);
                return other == at ? null : Changed(Changed(id, at), other);
            case "transposed":
                return at == 11 ? null : id[..at] + id[at + 1] + id[at] + id[(at + 2)..];
            case "dropped":
                // A leading zero that was lost is no mistake: the contract puts it back.
                return id[at] == '0' && id[..at].All(digit => digit == '0') ? null : id[..at] + id[(at + 1)..];
            case "relative":
                var start = town.Households[person.Household];
                var end = person.Household + 1 < town.Households.Count ? town.Households[person.Household + 1] : town.People.Count;
                return town.People[dice.From(start, end - 1)].Id;
            case "stranger":
                return town.People[dice.Below(town.People.Count)].Id;
            case "phone":
                return $"09{dice.Below(100_000_000):00000000}";
            default:
                return "";
        }
    }

    private string Changed(string id, int at) => id[..at] + (char)('0' + (id[at] - '0' + dice.From(1, 9)) % 10) + id[(at + 1)..];
}
