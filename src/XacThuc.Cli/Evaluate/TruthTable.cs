using System.Buffers.Text;
using System.IO.Hashing;
using System.Text;

namespace XacThuc.Cli.Evaluate;

/// <summary>What a status can be expected to be, and what a result can say.</summary>
internal enum JudgedStatus : byte
{
    Matched,
    Mismatched,
    Unauthenticated,
    Invalid,

    /// <summary>Expected: anything but matched. Given: no result at all.</summary>
    Other,
}

/// <summary>What is known of one record, and what has been said of it.</summary>
internal struct Judged
{
    public const byte NotGiven = 255;

    /// <summary>Personal id plus one; 0 is a stranger.</summary>
    public ulong Person;

    public double FirstProbability;
    public int Damage;
    public int Line;
    public JudgedStatus Expected;

    /// <summary>A <see cref="JudgedStatus"/>, or <see cref="NotGiven"/>.</summary>
    public byte Given;

    /// <summary>Rank of the right person; 0 when not suggested.</summary>
    public byte RightRank;

    public bool HasFirst, IsFirstRight;
}

/// <summary>The truth file in memory, found by record id.</summary>
internal sealed class TruthTable
{
    private static readonly string[] Headings = ["record_id", "personal_id", "expected_status", "damage"];

    // 128 bits stand for an id: two of a billion ids collide once in 10^20.
    private readonly Dictionary<UInt128, int> _places = [];
    private readonly Dictionary<string, int> _damages = new(StringComparer.Ordinal);
    private readonly List<string[]> _kinds = [];
    private UInt128 _lastId;
    private int _last = -1;
    private int _count;
    private Judged[] _rows = new Judged[1 << 16];

    public Span<Judged> Rows => _rows.AsSpan(0, _count);

    /// <summary>The kinds of damage of a record.</summary>
    public string[] KindsOf(in Judged row) => _kinds[row.Damage];

    /// <summary>Reads a truth file; null with a refusal when it cannot be used.</summary>
    public static TruthTable? Read(string path, EvaluateProblems problems, out string refusal)
    {
        using var table = JudgedTable.Open(path, Headings, out refusal);
        if (table is null) return null;

        var truth = new TruthTable();
        while (table.Rows.Next()) truth.Take(table, problems);
        return truth;
    }

    /// <summary>Place of a record in <see cref="Rows"/>, or -1.</summary>
    public int Find(ReadOnlySpan<byte> recordId)
    {
        var id = XxHash128.HashToUInt128(recordId);
        if (_last >= 0 && id == _lastId) return _last;
        if (!_places.TryGetValue(id, out var place)) return -1;
        (_lastId, _last) = (id, place);
        return place;
    }

    /// <summary>Reads a personal id as <see cref="Judged.Person"/> holds it; false when it is none.</summary>
    public static bool TryReadPerson(ReadOnlySpan<byte> cell, out ulong person)
    {
        person = 0;
        if (cell.IsEmpty) return true;
        if (cell.Length > 12 || !Utf8Parser.TryParse(cell, out ulong id, out var read) || read != cell.Length) return false;
        person = id + 1;
        return true;
    }

    public static bool TryReadStatus(ReadOnlySpan<byte> cell, out JudgedStatus status)
    {
        (status, var known) = cell switch
        {
            _ when cell.SequenceEqual("matched"u8) => (JudgedStatus.Matched, true),
            _ when cell.SequenceEqual("mismatched"u8) => (JudgedStatus.Mismatched, true),
            _ when cell.SequenceEqual("unauthenticated"u8) => (JudgedStatus.Unauthenticated, true),
            _ when cell.SequenceEqual("invalid"u8) => (JudgedStatus.Invalid, true),
            _ when cell.SequenceEqual("other"u8) => (JudgedStatus.Other, true),
            _ => (JudgedStatus.Other, false),
        };
        return known;
    }

    private void Take(JudgedTable table, EvaluateProblems problems)
    {
        void Tell(string column, string sentence) => problems.Add(table.Path, table.Rows.Line, column, sentence);

        if (table.IsShort)
        {
            Tell("", EvaluateSentences.ShortRow);
            return;
        }

        if (!TryReadPerson(table[1], out var person))
        {
            Tell(Headings[1], EvaluateSentences.BrokenPerson);
            return;
        }

        if (!TryReadStatus(table[2], out var expected))
        {
            Tell(Headings[2], EvaluateSentences.BrokenExpected);
            return;
        }

        if (!_places.TryAdd(XxHash128.HashToUInt128(table[0]), _count))
        {
            Tell(Headings[0], EvaluateSentences.RepeatedTruth);
            return;
        }

        if (_count == _rows.Length) Array.Resize(ref _rows, _rows.Length * 2);
        _rows[_count++] = new Judged
        {
            Person = person,
            Expected = expected,
            Damage = DamageOf(table[3]),
            Given = Judged.NotGiven,
            Line = (int)Math.Min(table.Rows.Line, int.MaxValue),
        };
    }

    private int DamageOf(ReadOnlySpan<byte> cell)
    {
        Span<char> text = cell.Length <= 256 ? stackalloc char[256] : new char[cell.Length];
        text = text[..Encoding.UTF8.GetChars(cell, text)];
        var lookup = _damages.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var known)) return known;

        _kinds.Add([.. text.ToString()
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)]);
        return _damages[text.ToString()] = _kinds.Count - 1;
    }
}
