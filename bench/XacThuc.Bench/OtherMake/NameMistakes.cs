using System.Text;

namespace XacThuc.Bench.OtherMake;

/// <summary>What happens to names between a counter and a keyboard.</summary>
internal sealed class NameMistakes(Dice dice)
{
    private const string Keys = "asq sadw dsfe ewr ret try ytu uyi iuo oip po gfh hgj nbm mn lk cxv vcb xzc bvn kjl qwa";

    private static readonly string[] Kinds =
        ["marks_all", "marks_one", "tone", "letter", "spelling", "telex", "missing", "added", "order", "joined", "given", "family", "middle"];

    private static readonly int[] Weights = [14, 14, 8, 18, 10, 5, 8, 3, 4, 4, 3, 2, 5];

    private static readonly (string, string)[] Spellings =
    [
        ("Tr", "Ch"), ("Ch", "Tr"), ("S", "X"), ("X", "S"), ("Gi", "D"), ("D", "Gi"), ("L", "N"), ("N", "L"), ("y", "i"),
        ("ý", "í"), ("n", "ng"), ("ng", "n"),
    ];

    private static readonly string[] Tones = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];

    /// <summary>A name that is another, and what happened to it.</summary>
    public (string Name, string Kind) Make(string name)
    {
        while (true)
        {
            var kind = dice.Of(Kinds, Weights);
            var made = Make(name, kind);
            if (made is not null && !string.Equals(made, name, StringComparison.Ordinal)) return (made, $"name.{kind}");
        }
    }

    private string? Make(string name, string kind)
    {
        var words = name.Split(' ').ToList();
        var at = dice.Below(words.Count);
        switch (kind)
        {
            case "marks_all":
                return Writing.Plain(name);
            case "marks_one":
                words[at] = Writing.Plain(words[at]);
                break;
            case "tone":
                words[at] = OtherTone(words[at]);
                break;
            case "letter":
                words[at] = OtherLetter(words[at]);
                break;
            case "spelling":
                var (from, to) = dice.Of<(string, string)>(Spellings);
                var place = name.IndexOf(from, StringComparison.Ordinal);
                return place < 0 ? null : name[..place] + to + name[(place + from.Length)..];
            case "telex":
                return Typed(name);
            case "missing" when words.Count > 2:
                words.RemoveAt(dice.Below(words.Count - 1));
                break;
            case "added":
                words.Insert(dice.From(1, words.Count), dice.Of("Thị", "Văn", dice.Of<string>(NameLists.Givens)));
                break;
            case "order":
                var other = dice.Below(words.Count);
                (words[at], words[other]) = (words[other], words[at]);
                break;
            case "joined" when at + 1 < words.Count:
                words[at] += words[at + 1].ToLowerInvariant();
                words.RemoveAt(at + 1);
                break;
            case "given":
                words[^1] = dice.Of(NameLists.Givens, NameLists.GivenWeights);
                break;
            case "family":
                words[0] = dice.Of(NameLists.Families, NameLists.FamilyWeights);
                break;
            case "middle" when words.Count > 2:
                return NameLists.Join(words[0], dice.Of(NameLists.Middles, NameLists.MiddleWeights), words[^1]);
            default:
                return null;
        }

        return string.Join(' ', words);
    }

    private string OtherTone(string word)
    {
        var letters = Writing.Apart(word);
        var tone = Array.FindIndex(Tones, mark => letters.Contains(mark, StringComparison.Ordinal));
        return tone < 0 ? word : Writing.Together(letters.Replace(Tones[tone], dice.Of<string>(Tones), StringComparison.Ordinal));
    }

    private string OtherLetter(string word)
    {
        var at = dice.Below(word.Length);
        switch (dice.Below(4))
        {
            case 0:
                var key = Writing.Plain(word[at..(at + 1)]).ToLowerInvariant();
                var near = Keys.Split(' ').FirstOrDefault(keys => keys.StartsWith(key, StringComparison.Ordinal)) ?? "nn";
                return word[..at] + near[dice.From(1, near.Length - 1)] + word[(at + 1)..];
            case 1 when word.Length > 2:
                return word[..at] + word[(at + 1)..];
            case 2:
                return word[..at] + "abcdeghiklmnopqrstuvxy"[dice.Below(22)] + word[at..];
            default:
                return at + 1 < word.Length
                    ? word[..at] + word[at + 1] + word[at] + word[(at + 2)..]
                    : word + word[^1];
        }
    }

    // As it stands when the typing keys were never turned into letters.
    private static string Typed(string name)
    {
        var typed = new StringBuilder();
        foreach (var word in name.Split(' '))
        {
            var tone = "";
            if (typed.Length > 0) typed.Append(' ');
            var written = word.Replace("Đ", "Dd", StringComparison.Ordinal).Replace("đ", "dd", StringComparison.Ordinal);
            foreach (var letter in Writing.Apart(written))
            {
                switch (letter)
                {
                    case '\u0302': typed.Append(char.ToLowerInvariant(typed[^1])); break;
                    case '\u0306' or '\u031B': typed.Append('w'); break;
                    case '\u0300': tone = "f"; break;
                    case '\u0301': tone = "s"; break;
                    case '\u0303': tone = "x"; break;
                    case '\u0309': tone = "r"; break;
                    case '\u0323': tone = "j"; break;
                    default: typed.Append(letter); break;
                }
            }

            typed.Append(tone);
        }

        return typed.ToString();
    }
}
