namespace XacThuc.Bench.OtherMake;

/// <summary>
/// Takes down records of a town's people: right ones, written in all ways that say the same; and wrong ones - of ordinary
/// records three in ten, mostly in one field; of hard ones six in ten, mostly in two or three.
/// </summary>
/// <param name="town">The town.</param>
/// <param name="seed">Chance.</param>
/// <param name="isHard">Whether records are damaged hard.</param>
/// <param name="again">
/// The share of records about somebody who has one already; where it is not said, anybody is drawn for each record.
/// </param>
internal sealed class Clinic(Town town, int seed, bool isHard, double? again)
{
    private readonly Dice _dice = new(seed + 1_000_003);
    private NameMistakes? _names;
    private DateMistakes? _dates;
    private NumberMistakes? _numbers;
    private readonly int[] _order = [.. Enumerable.Range(0, town.People.Count)];
    private int _drawn;

    /// <summary>Writes records and what is true of them.</summary>
    public void Write(int records, TextWriter to, TextWriter truth)
    {
        _names = new NameMistakes(_dice);
        _dates = new DateMistakes(_dice);
        _numbers = new NumberMistakes(_dice, town, isHard);
        to.Write("record_id,full_name,sex,date_of_birth,id_number,commune_code\n");
        truth.Write("record_id,personal_id,expected_status,damage\n");
        for (var i = 0; i < records; i++)
        {
            var person = Draw();
            var (cells, id, kinds) = _dice.Hits(0.01) ? Stranger() : Resident(person);
            if (_dice.Hits(isHard ? 0.35 : 0.1)) person = person with { Commune = town.AnyCommune() };
            to.Write($"R{i:0000000},{cells},{person.Commune}\n");
            truth.Write($"R{i:0000000},{id},{(kinds.Count == 0 ? "matched" : "other")},{string.Join(';', kinds)}\n");
        }
    }

    // Each once in a mixed order; the first ones are those who have a record.
    private Resident Draw()
    {
        if (again is not { } share) return town.People[_dice.Below(town.People.Count)];
        if (_drawn > 0 && _dice.Hits(share)) return town.People[_order[_dice.Below(_drawn)]];
        var other = _dice.From(_drawn, town.People.Count - 1);
        (_order[_drawn], _order[other]) = (_order[other], _order[_drawn]);
        return town.People[_order[_drawn++]];
    }

    private (string Cells, string Id, List<string> Kinds) Stranger()
    {
        var born = new DateOnly(_dice.From(1935, 2015), _dice.From(1, 12), _dice.From(1, 28));
        var isFemale = _dice.Hits(0.5);
        var number = _dice.Below(5) switch
        {
            0 => "",
            1 => town.People[_dice.Below(town.People.Count)].Id,
            _ => $"{town.NewId(born.Year, isFemale):000000000000}",
        };
        return ($"{NameLists.Any(_dice)},{(isFemale ? "Nữ" : "Nam")},{born:dd'/'MM'/'yyyy},{number}", "", ["stranger"]);
    }

    private (string Cells, string Id, List<string> Kinds) Resident(Resident person)
    {
        var (name, sex, date, number) = (person.FullName, person.Sex, DateMistakes.Right(person), person.Id);
        var kinds = new List<string>();
        if (_dice.Hits(isHard ? 0.6 : 0.3))
        {
            var fields = _dice.Of([1, 2, 3], isHard ? [15, 55, 30] : [88, 10, 2]);
            while (kinds.Count < fields)
            {
                var field = _dice.Of(["name", "dob", "id", "sex"], [40, 40, 40, 8]);
                if (kinds.Exists(kind => kind.StartsWith(field, StringComparison.Ordinal))) continue;
                string kind;
                switch (field)
                {
                    case "name": (name, kind) = _names!.Make(name); break;
                    case "dob": (date, kind) = _dates!.Make(person); break;
                    case "id": (number, kind) = _numbers!.Make(person); break;
                    default: (sex, kind) = (person.IsFemale ? "Nam" : "Nữ", "sex.other"); break;
                }

                kinds.Add(kind);
            }
        }
        else if (person.OldId.Length > 0 && _dice.Hits(0.1))
        {
            number = person.OldId;
        }

        return ($"{Otherwise(name)},{sex},{date},{number}", person.Id, kinds);
    }

    // The same name in capitals, decomposed, or with spaces to spare.
    private string Otherwise(string name)
    {
        if (_dice.Hits(0.3)) name = name.ToUpperInvariant();
        if (_dice.Hits(0.05)) name = Writing.Apart(name);
        return _dice.Hits(0.05) ? $" {name.Replace(" ", "  ", StringComparison.Ordinal)} " : name;
    }
}
