# What every target of the project shares: flags, third-party packages, and functions that turn a folder into targets.
include(GNUInstallDirs)
include(GoogleTest)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CT_CCACHE ccache)
if(CT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CT_CCACHE}")
endif()

if(EMSCRIPTEN)
    include(ct_wasm)
else()
    include(ct_native)
endif()

# Numbers must be the same bits everywhere: no fused multiply-add, never fast-math. Whoever links ct_flags gets this.
add_library(ct_flags INTERFACE)
# The two other options change no value: nothing here reads errno after a maths call or the floating-point flags.
target_compile_options(ct_flags INTERFACE -ffp-contract=off -fno-math-errno -fno-trapping-math)
# Money is 16 bytes and made in halves: copied through a vector register it would wait for both to reach memory.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(ct_flags INTERFACE -mno-stv -fno-tree-slp-vectorize)
endif()
# A loop that copies a column stays a loop: the memcpy of glibc 2.36 takes fifteen times as long on some CPUs.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(ct_flags INTERFACE -fno-tree-loop-distribute-patterns)
endif()
target_compile_definitions(ct_flags INTERFACE CT_VERSION="${PROJECT_VERSION}")
if(CT_SANITIZE)
    set(CT_SANITIZE_FLAGS -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_compile_options(ct_flags INTERFACE ${CT_SANITIZE_FLAGS})
    target_link_options(ct_flags INTERFACE ${CT_SANITIZE_FLAGS})
endif()
if(CT_BUILD_FUZZ)
    target_compile_options(ct_flags INTERFACE -fsanitize=fuzzer-no-link
                                              -fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/tests/fuzz/ignored.txt)
    target_link_options(ct_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

add_library(ct_warnings INTERFACE)
target_compile_options(
    ct_warnings
    INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
              # Designated initializers leave out on purpose what has a default.
              -Wno-missing-field-initializers $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
              # CT_INDEPENDENT allows vectors, it does not demand them.
              $<$<CXX_COMPILER_ID:Clang>:-Wno-pass-failed>
              $<$<BOOL:${CT_WERROR}>:-Werror>)

# ct_sources(<out> <dir>): the *.cpp of a directory without its tests. ct_tests(<out> <dir>): only the *_test.cpp.
function(ct_sources out dir)
    file(GLOB sources CONFIGURE_DEPENDS "${dir}/*.cpp")
    list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
    set(${out} "${sources}" PARENT_SCOPE)
endfunction()

function(ct_tests out dir)
    file(GLOB sources CONFIGURE_DEPENDS "${dir}/*_test.cpp")
    set(${out} "${sources}" PARENT_SCOPE)
endfunction()

# ct_test(<name> SOURCES <files...> LIBS <targets...> [LABELS <labels...>]): one GoogleTest program, each case in ctest.
# Tests find the project by CT_PROJECT_DIR (macro and environment) and shared data by the environment's CT_SHARED,
# by default ../shared beside the project.
function(ct_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBS;LABELS")
    if(NOT CT_BUILD_TESTS OR NOT arg_SOURCES)
        return()
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LIBS} ct_flags ct_warnings GTest::gmock GTest::gtest_main)
    target_compile_definitions(${name} PRIVATE CT_PROJECT_DIR="${PROJECT_SOURCE_DIR}")
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests") # "support/..."
    if(NOT arg_LABELS)
        set(arg_LABELS unit)
    endif()
    gtest_discover_tests(
        ${name}
        DISCOVERY_MODE PRE_TEST
        DISCOVERY_TIMEOUT 60
        PROPERTIES LABELS "${arg_LABELS}" TIMEOUT 600 ENVIRONMENT "CT_PROJECT_DIR=${PROJECT_SOURCE_DIR}")
endfunction()

# ct_library(<folder> [DEPS <folders of src/ct...>] [TEST_DEPS <folders its tests also use...>] [LIBS <third party...>]
#            [PRIVATE_LIBS <third party...>])
# makes the folder src/ct/<folder> the static library ct::<folder> (a slash becomes an underscore) and its *_test.cpp
# the program ct_<folder>_test. DEPS is the layering rule: a folder links what it may include and nothing else.
function(ct_library folder)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPS;TEST_DEPS;LIBS;PRIVATE_LIBS")
    string(REPLACE "/" "_" name "${folder}")
    string(REPLACE "/" "_" deps "${arg_DEPS}")
    list(TRANSFORM deps PREPEND "ct::")
    string(REPLACE "/" "_" test_deps "${arg_TEST_DEPS}")
    list(TRANSFORM test_deps PREPEND "ct::")
    set(dir "${PROJECT_SOURCE_DIR}/src/ct/${folder}")
    ct_sources(sources "${dir}")
    ct_tests(tests "${dir}")

    if(sources)
        add_library(ct_${name} STATIC ${sources})
        target_include_directories(ct_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
        target_link_libraries(ct_${name} PUBLIC ${deps} ${arg_LIBS} ct_flags PRIVATE ${arg_PRIVATE_LIBS} ct_warnings)
    else() # headers only
        add_library(ct_${name} INTERFACE)
        target_include_directories(ct_${name} INTERFACE "${PROJECT_SOURCE_DIR}/src")
        target_link_libraries(ct_${name} INTERFACE ${deps} ${arg_LIBS} ct_flags)
    endif()
    add_library(ct::${name} ALIAS ct_${name})

    if(NOT EMSCRIPTEN)
        ct_test(ct_${name}_test SOURCES ${tests} LIBS ct::${name} ${test_deps} ${arg_PRIVATE_LIBS})
    endif()
endfunction()
