using System.Reflection;
using System.Runtime.CompilerServices;
using XacThuc.Matching;
using Xunit;

namespace XacThuc.Architecture.Tests;

public sealed class PersonalDataTests
{
    // What a person's value is called where it is a bare text or number.
    private static readonly string[] Telling =
        ["FullName", "DateOfBirth", "IdNumber", "PersonalId", "OldId", "Id", "Key", "Value", "Text", "Bits"];

    private static readonly Type[] Bare = [typeof(string), typeof(ulong), typeof(uint), typeof(long)];

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
    public void A_record_that_holds_a_bare_personal_value_prints_itself_by_hand()
    {
        // Left to the compiler, a record prints all its properties.
        var offenders = Repository.Types(Repository.Matching, Repository.Cli)
            .Where(type => type.GetMethod("ToString", Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Where(type => type.GetProperties().Any(property =>
                Telling.Contains(property.Name, StringComparer.Ordinal) && Bare.Contains(property.PropertyType)));

        Repository.OnlyExcept([], offenders.Select(type => type.FullName!));
    }
}
