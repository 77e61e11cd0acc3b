using System.Reflection;
using System.Runtime.CompilerServices;
using XacThuc.Matching;
using Xunit;

namespace XacThuc.Architecture.Tests;

public sealed class PersonalDataTests
{
    private static readonly string[] Personal =
        ["FullName", "DateOfBirth", "IdNumber", "PersonalId", "OldId", "Number", "Name", "Letters", "Words"];

    private static readonly Type[] Masked = [typeof(PersonalId), typeof(OldId), typeof(PartialDate), typeof(Sex)];

    public static TheoryData<string, string> Values()
    {
        _ = PartialDate.TryCreate(1950, 11, 27, out var date);
        return new TheoryData<string, string>
        {
            { new PersonalId(20_150_123_456).ToString(), "123456" },
            { new OldId(80_123_456).ToString(), "123456" },
            { date.ToString(), "11" },
            { date.ToString(), "27" },
            { new WrittenPerson("first", "second", "third", "fourth", "fifth", "sixth").ToString(), "th" },
            { new WrittenPerson("first", "second", "third", "fourth", "fifth", "sixth").ToString(), "first" },
            { new WrittenRecord("first", "second", "third", "fourth", "fifth").ToString(), "th" },
            { new WrittenRecord("first", "second", "third", "fourth", "fifth").ToString(), "first" },
        };
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_personal_value_printed_by_accident_shows_nothing_of_its_secret(string printed, string secret)
    {
        Assert.DoesNotContain(secret, printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_with_a_personal_text_prints_itself_by_hand()
    {
        // A record prints all its properties unless it says otherwise; verdicts of a field are no personal data.
        var offenders = Repository.Types(Repository.Matching, Repository.Cli)
            .Where(type => type.GetMethod("ToString", Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Where(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Any(property =>
                Personal.Contains(property.Name, StringComparer.Ordinal) && !Harmless(property.PropertyType)));

        Repository.OnlyExcept([], offenders.Select(type => type.FullName!));
    }

    private static bool Harmless(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsEnum || Masked.Contains(bare);
    }
}
