using System.Text;
using CsCheck;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Indexing.Overlaid;
using XacThuc.Matching.Tests.Contract;
using Xunit;

namespace XacThuc.Matching.Tests.Comparing;

public sealed unsafe class BatchTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(100)]
    public void Many_records_at_once_come_to_what_each_comes_to_alone(int count)
    {
        var random = new PCG(7, (ulong)count);
        var people = Registers.People.Generate(random, null, out _);
        var records = Registers.RecordOf(people).Array[count].Generate(random, null, out _);
        using var index = PopulationIndex.Build(people);
        using var engine = new Authenticator(index, Today);
        var (text, fields) = Laid(records);

        var together = new Comparison[count];
        fixed (byte* bytes = text) engine.Authenticate(bytes, fields, together);

        Assert.Equal(records.Select(engine.Authenticate), together);
    }

    [Fact]
    public void Many_records_at_once_see_what_changed_in_the_register_as_each_does_alone()
    {
        var random = new PCG(8, 1);
        var packed = Registers.People.Generate(random, null, out _);
        WrittenPerson[] changed = [.. Registers.People.Generate(random, null, out _).Where(person => person.PersonalId[^1] > '4')];
        var records = Registers.RecordOf([.. packed, .. changed]).Array[200].Generate(random, null, out _);
        using var index = PopulationIndex.Build(packed);
        using var overlay = new PopulationOverlay(changed, []);
        using var engine = new OverlaidAuthenticator(index, Today);
        engine.Use(overlay);
        var (text, fields) = Laid(records);

        var together = new Comparison[records.Length];
        fixed (byte* bytes = text) engine.Authenticate(bytes, fields, together);

        Assert.Equal(records.Select(engine.Authenticate), together);
    }

    // Behind something else, as the rows of a file lie behind its heading.
    private static (byte[] Text, FieldPlace[] Fields) Laid(WrittenRecord[] records)
    {
        var text = new MemoryStream();
        text.Write("record_id,full_name"u8);
        var fields = new List<FieldPlace>();
        foreach (var record in records)
        {
            foreach (var value in (string[])[record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode, "id"])
            {
                var bytes = Encoding.UTF8.GetBytes(value.Trim());
                fields.Add(new FieldPlace((int)text.Length, bytes.Length));
                text.Write(bytes);
            }
        }

        text.Write(new byte[PersonIntake.Slack]);
        return (text.ToArray(), [.. fields]);
    }
}
