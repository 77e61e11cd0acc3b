using System.Text;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Cli.Sample.Damages;

/// <summary>Damages names as people do. Each kind gives another name than before, or <see langword="null"/> where it cannot.</summary>
internal sealed class NameDamage(WeightedNames families, WeightedNames given, WeightedNames middle)
{
    private const string Keyboard = "qwertyuiop asdfghjkl zxcvbnm";

    private static readonly (string From, string To)[] Spellings =
    [
        ("Tr", "Ch"), ("Ch", "Tr"), ("S", "X"), ("X", "S"), ("Gi", "D"), ("D", "Gi"), ("L", "N"), ("N", "L"), ("y", "i"), ("ý", "í"),
        ("i", "y"), ("ng", "n"), ("c", "t"),
    ];

    public string? Damage(string name, string kind, ref Dice dice)
    {
        var words = name.Split(' ');
        var at = dice.Below(words.Length);
        switch (kind)
        {
            case "name.marks_all": return Other(name, Plain(name));
            case "name.marks_one": return Put(words, at, Plain(words[at]), name);
            case "name.tone": return Put(words, at, OtherTone(words[at], ref dice), name);
            case "name.letter": return Put(words, at, OtherLetter(words[at], ref dice), name);
            case "name.spelling": return OtherSpelling(name, ref dice);
            case "name.telex": return Put(words, at, Telex(words[at]), name);
            case "name.word_missing":
                return words.Length < 3 ? null : string.Join(' ', words.Where((_, i) => i != at % (words.Length - 1)));
            case "name.word_added":
                var added = given.Draw(ref dice);
                return string.Join(' ', words[..(at + 1)].Append(added).Concat(words[(at + 1)..]));
            case "name.word_order":
                var other = (at + 1) % words.Length;
                (words[at], words[other]) = (words[other], words[at]);
                return Other(name, string.Join(' ', words));
            case "name.joined":
                at %= words.Length - 1;
                words[at] += words[at + 1].ToLowerInvariant();
                return string.Join(' ', words.Where((_, i) => i != at + 1));
            case "name.given": return Put(words, words.Length - 1, given.Draw(ref dice), name);
            case "name.family": return Put(words, 0, families.Draw(ref dice), name);
            case "name.middle":
                return Other(name, $"{words[0]} {middle.Draw(ref dice)} {words[^1]}".Replace("  ", " ", StringComparison.Ordinal));
            default: throw new ArgumentException("No such kind of damage.", nameof(kind));
        }
    }

    /// <summary>The text without marks.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = !Letters.TryDecompose(from[i], out var letter, out _) ? from[i]
                : char.IsLower(from[i]) ? char.ToLowerInvariant(Letters.Plain(letter)) : Letters.Plain(letter);
        }
    });

    private static string? Other(string name, string? damaged) =>
        damaged is null || string.Equals(name, damaged, StringComparison.OrdinalIgnoreCase) ? null : damaged;

    private static string? Put(string[] words, int at, string? word, string name)
    {
        if (word is null) return null;
        words[at] = word;
        return Other(name, string.Join(' ', words));
    }

    private static string? OtherTone(string word, ref Dice dice)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!Letters.TryDecompose(word[i], out var letter, out var tone) || tone == Tone.Level) continue;
            var other = (Tone)(1 + ((int)tone - 1 + 1 + dice.Below(4)) % 5);
            var composed = Letters.Compose(letter, other);
            return word[..i] + (char.IsLower(word[i]) ? char.ToLowerInvariant(composed) : composed) + word[(i + 1)..];
        }

        return null;
    }

    private static string? OtherLetter(string word, ref Dice dice)
    {
        var at = dice.Below(word.Length);
        switch (dice.Below(4))
        {
            case 0:
                var key = Keyboard.IndexOf(char.ToLowerInvariant(Plain(word)[at]), StringComparison.Ordinal);
                if (key < 0) return null;
                var near = key + 1 < Keyboard.Length && Keyboard[key + 1] != ' ' ? Keyboard[key + 1] : Keyboard[key - 1];
                return word[..at] + near + word[(at + 1)..];
            case 1: return word.Length < 3 ? null : word.Remove(at, 1);
            case 2: return word.Insert(at, ((char)('a' + dice.Below(26))).ToString());
            default:
                if (at + 1 >= word.Length || char.ToLowerInvariant(word[at]) == char.ToLowerInvariant(word[at + 1])) return null;
                // Exchanging two vowels may only move the tone, which is no damage.
                if (IsVowel(word[at]) && IsVowel(word[at + 1])) return null;
                return word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
        }
    }

    private static bool IsVowel(char c) => Letters.TryDecompose(c, out var letter, out _) && Letters.IsVowel(letter);

    private static string? OtherSpelling(string name, ref Dice dice)
    {
        var start = dice.Below(Spellings.Length);
        for (var i = 0; i < Spellings.Length; i++)
        {
            var (from, to) = Spellings[(start + i) % Spellings.Length];
            var at = name.IndexOf(from, StringComparison.Ordinal);
            if (at >= 0) return name[..at] + to + name[(at + from.Length)..];
        }

        return null;
    }

    // The keys of Telex as they were typed.
    private static string? Telex(string word)
    {
        var keys = new StringBuilder();
        var tone = "";
        foreach (var c in word)
        {
            if (!Letters.TryDecompose(c, out var letter, out var carried))
            {
                keys.Append(c);
                continue;
            }

            if (carried != Tone.Level) tone = "frxsj"[(int)carried - 1].ToString();
            var plain = Letters.Plain(letter);
            keys.Append(char.IsLower(c) ? char.ToLowerInvariant(plain) : plain);
            keys.Append(letter switch { 'Ă' or 'Ơ' or 'Ư' => "w", 'Â' => "a", 'Ê' => "e", 'Ô' => "o", 'Đ' => "d", _ => "" });
        }

        return keys.Append(tone).ToString();
    }
}
