using XacThuc.Exchange.Messages;
using Xunit;

namespace XacThuc.Exchange.Tests.Messages;

public sealed class BorderJsonTests
{
    [Fact]
    public void Every_message_and_answer_is_written_by_generated_code()
    {
        var crossing = typeof(BorderJson).Assembly.GetTypes()
            .SelectMany(type => type.GetInterfaces()
                .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IBorderMessage<>))
                .SelectMany(face => (Type[])[type, face.GetGenericArguments()[0]]));

        Assert.Empty(crossing.Where(type => BorderJson.Default.GetTypeInfo(type) is null).Select(type => type.Name));
    }
}
